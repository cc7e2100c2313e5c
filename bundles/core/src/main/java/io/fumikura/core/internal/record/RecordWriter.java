package io.fumikura.core.internal.record;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.CandidateRow;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.InputState;
import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.RecordDetail.Origin;
import io.fumikura.document.RecordId;
import io.fumikura.document.RecordSummary.Reason;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Changes records, inside of the caller's transaction: row, values, history, index outbox, and listeners after the commit. Lock the record with
 * {@link #lock} first.
 */
@Component(service = RecordWriter.class)
public final class RecordWriter {

    private final Transactions transactions;
    private final LedgerCatalog catalog;

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    private volatile List<RecordListener> listeners = List.of();

    @Activate
    public RecordWriter(@Reference Transactions transactions, @Reference LedgerCatalog catalog) {
        this.transactions = transactions;
        this.catalog = catalog;
    }

    /** For tests. */
    public RecordWriter(Transactions transactions, LedgerCatalog catalog, List<RecordListener> listeners) {
        this(transactions, catalog);
        this.listeners = List.copyOf(listeners);
    }

    /** Registers a record in state WAITING, with its number when the ledger is known. Flushed, so that rows may refer to it. */
    public RecordRow create(EntityManager entities, NewRecord wanted) {
        var record = new RecordRow();
        record.id = wanted.id().value();
        record.tenant = wanted.caller().tenant().value();
        record.fileName = wanted.fileName();
        record.mediaType = wanted.mediaType();
        record.size = wanted.size();
        record.sha256 = wanted.sha256();
        record.state = InputState.WAITING;
        record.owner = wanted.caller().user().value();
        record.registeredBy = wanted.caller().user().value();
        record.registeredAt = Instant.now();
        record.passwordEncrypted = wanted.passwordEncrypted();
        record.revision = 1;
        wanted.ledger().ifPresent(ledger -> enter(entities, record, ledger));
        entities.persist(record);
        entities.flush();
        History.append(entities, record, Author.of(wanted.caller()), "registered", "", "", record.fileName);
        announce(entities, record);
        return record;
    }

    /** The record for a change, which waits until other changes of it are over; empty when there is none. */
    public Optional<RecordRow> lock(EntityManager entities, RecordId id) {
        return Optional.ofNullable(
                entities.find(RecordRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Sets the state without touching the revision; a reason goes with WAITING, PROTECTED and FAILED. */
    public void state(EntityManager entities, RecordRow record, InputState state, double progress, @Nullable Reason reason) {
        record.state = state;
        record.progress = progress;
        record.reasonCode = reason == null ? null : reason.code();
        record.reasonMessage = reason == null ? null : cut(reason.message());
        announce(entities, record);
    }

    /** Progress of a reading, for the browser only; without index and history. */
    public void progress(EntityManager entities, RecordRow record, double progress) {
        record.progress = progress;
        tell(record);
    }

    /** Decides ledger and kind. A ledger once decided stays, because the number belongs to it. */
    public void classified(EntityManager entities, RecordRow record, String ledger, String kind) {
        record.revision++;
        if (record.ledger == null) {
            enter(entities, record, ledger);
        }
        if (!kind.equals(record.kind)) {
            History.append(entities, record, Author.PLATFORM, "classified", "kind", text(record.kind), kind);
            record.kind = kind;
        }
        announce(entities, record);
    }

    /**
     * Takes over what was extracted as new versions: what users typed or emptied stays, what was read before and is not found any more goes.
     * Derives, checks, and sets the state to COMPLETE or INCOMPLETE.
     */
    public void extracted(EntityManager entities, RecordRow record, Extraction extraction) {
        Instant now = Instant.now();
        record.revision++;
        var present = new PresentValues(entities, record.id);
        for (String field : List.copyOf(present.rows().keySet())) {
            if (!present.isByUser(field) && !extraction.candidates().containsKey(field)) {
                change(entities, record, present, Author.PLATFORM, "extracted", field, () -> present.remove(field, now));
            }
        }
        extraction.candidates().forEach((field, candidates) -> {
            if (!candidates.isEmpty() && !present.isByUser(field)) {
                Candidate best = candidates.get(0);
                change(entities, record, present, Author.PLATFORM, "extracted", field, () ->
                        present.set(best, Origin.EXTRACTED, null, now));
            }
        });
        replaceCandidates(entities, record, extraction.candidates(), present);
        record.warnings = WarningJson.write(extraction.warnings(), List.of());
        record.state = InputState.INCOMPLETE;
        settle(entities, record, present, now);
    }

    /** Derives and checks anew and sets the state by the required fields; then announces. The revision was raised already. */
    void settle(EntityManager entities, RecordRow record, PresentValues present, Instant now) {
        catalog.type(text(record.ledger)).ifPresent(type -> {
            var derivations = new Derivations(type);
            Map<String, FieldCandidate> derived = derivations.derive(present.without(Origin.DERIVED), today(entities, record));
            for (String field : List.copyOf(present.rows().keySet())) {
                if (present.rows().get(field).origin == Origin.DERIVED && !derived.containsKey(field)) {
                    change(entities, record, present, Author.PLATFORM, "derived", field, () -> present.remove(field, now));
                }
            }
            derived.forEach((field, candidate) -> {
                if (!present.isByUser(field)) {
                    change(entities, record, present, Author.PLATFORM, "derived", field, () ->
                            present.set(new Candidate(candidate, ""), Origin.DERIVED, null, now));
                }
            });
            record.warnings = WarningJson.write(WarningJson.ofReading(record.warnings), derivations.check(present.values()));
        });
        if (mayBeSettled(record)) {
            boolean complete = record.completedByUser || isComplete(record, present);
            state(entities, record, complete ? InputState.COMPLETE : InputState.INCOMPLETE, 1, null);
        } else {
            announce(entities, record);
        }
    }

    /** A record that is still to be read, or could not be read, keeps its state unless a user completes it. */
    private static boolean mayBeSettled(RecordRow record) {
        return switch (record.state) {
            case COMPLETE, INCOMPLETE -> true;
            case PROTECTED, FAILED -> record.completedByUser;
            case WAITING, READING -> false;
        };
    }

    /** Whether every required field has a value; while the document type is away, as before. */
    private boolean isComplete(RecordRow record, PresentValues present) {
        var values = present.values();
        return catalog.ledger(text(record.ledger))
                .map(ledger -> ledger.fields().stream()
                        .filter(FieldDefinition::required)
                        .allMatch(field -> values.containsKey(field.id())))
                .orElse(record.state == InputState.COMPLETE);
    }

    /** Makes a change of one field and its history entry. */
    void change(
            EntityManager entities,
            RecordRow record,
            PresentValues present,
            Author by,
            String action,
            String field,
            BooleanSupplier change) {
        String before = present.text(field);
        if (change.getAsBoolean()) {
            History.append(entities, record, by, action, field, before, present.text(field));
        }
    }

    /** Puts the record into the index outbox and tells the listeners after the commit. */
    public void announce(EntityManager entities, RecordRow record) {
        Sql.update(
                entities,
                "insert into index_outbox (tenant_id, record_id, created) values (?, ?, ?)",
                record.tenant,
                record.id,
                Instant.now());
        tell(record);
    }

    private void tell(RecordRow record) {
        var tenant = new TenantId(record.tenant);
        var id = new RecordId(record.id);
        transactions.afterCommit(() -> listeners.forEach(listener -> listener.changed(tenant, id)));
    }

    private static void replaceCandidates(
            EntityManager entities, RecordRow record, Map<String, List<Candidate>> candidates, PresentValues present) {
        Sql.update(entities, "delete from field_candidate where record_id = ?", record.id);
        candidates.forEach((field, all) -> {
            // Where a user's value stays, the best candidate is a loser as well.
            List<Candidate> losers = present.isByUser(field) ? all : all.subList(Math.min(1, all.size()), all.size());
            for (int place = 0; place < losers.size(); place++) {
                entities.persist(row(record.id, place, losers.get(place)));
            }
        });
    }

    static CandidateRow row(UUID record, int place, Candidate candidate) {
        var row = new CandidateRow();
        row.id = UUID.randomUUID();
        row.record = record;
        row.field = candidate.candidate().field();
        row.place = place;
        row.value = FieldJson.value(candidate.candidate().value());
        row.extractor = candidate.extractor();
        row.confidence = candidate.candidate().confidence();
        row.evidence = FieldJson.evidence(candidate.candidate().evidence());
        row.derivation = FieldJson.derivation(candidate.candidate().derivation());
        return row;
    }

    private static void enter(EntityManager entities, RecordRow record, String ledger) {
        record.ledger = ledger;
        record.number = NumberCounter.next(entities, record.tenant, ledger);
    }

    private static LocalDate today(EntityManager entities, RecordRow record) {
        return LocalDate.now(ZoneId.of(entities.find(TenantRow.class, record.tenant).timeZone));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String cut(String message) {
        return message.length() > 2000 ? message.substring(0, 2000) : message;
    }
}

package io.fumikura.core.internal.record;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.access.AccessRules;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.people.Holds;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.InputState;
import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.RecordDetail.Origin;
import io.fumikura.document.RecordId;
import io.fumikura.document.RecordSummary.Reason;
import io.fumikura.document.Warning;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Changes records, inside of the caller's transaction: row, values, history, index outbox, and listeners after the commit. Lock the record with
 * {@link #lock} first. What derives values runs the transaction twice, because plugins are asked outside of it; so the transaction must be
 * repeatable.
 */
@Component(service = RecordWriter.class)
public final class RecordWriter {

    private static final String KIND = "kind";
    /** Begin of the codes of warnings that each extraction gives anew. */
    private static final String OF_EXTRACTION = "extractor.";

    private final Transactions transactions;
    private final LedgerCatalog catalog;
    private final Answers answers;

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.MULTIPLE)
    private volatile List<RecordListener> listeners = List.of();

    @Activate
    public RecordWriter(
            @Reference Transactions transactions, @Reference LedgerCatalog catalog, @Reference PluginCalls calls) {
        this.transactions = transactions;
        this.catalog = catalog;
        answers = new Answers(calls);
    }

    /** For tests; with another number of parameters than the component's, or DS complains about it. */
    public RecordWriter(
            Transactions transactions, LedgerCatalog catalog, PluginCalls calls, List<RecordListener> listeners) {
        this(transactions, catalog, calls);
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
        record.group = Holds.mainGroup(entities, record.tenant, record.registeredBy).orElse(null);
        wanted.ledger().ifPresent(ledger -> enter(entities, record, ledger));
        AccessRules.apply(entities, record);
        entities.persist(record);
        entities.flush();
        History.append(entities, record, Author.of(wanted.caller()), "registered", "", "", record.fileName);
        History.append(entities, record, Author.of(wanted.caller()), "registered", "sha256", "", record.sha256);
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

    /** That reading has begun, for the browser only: the index would be told of it after it is over. */
    public void reading(EntityManager entities, RecordRow record) {
        record.state = InputState.READING;
        record.reasonCode = null;
        record.reasonMessage = null;
        progress(entities, record, 0.05);
    }

    /** Progress of a reading, for the browser only; without index and history. */
    public void progress(EntityManager entities, RecordRow record, double progress) {
        record.progress = progress;
        tell(record);
    }

    /** Warnings of reading a document's pages, without those of its extraction, which may be done again by itself. */
    public static List<Warning> warningsOfReading(RecordRow record) {
        return WarningJson.ofReading(record.warnings).stream()
                .filter(warning -> !warning.code().startsWith(OF_EXTRACTION))
                .toList();
    }

    /** That the pages were read and stored; before {@link #extracted}. */
    public static void read(RecordRow record, List<Warning> warnings) {
        record.warnings = WarningJson.write(warnings, List.of());
    }

    /** The kind, if a user has chosen it. */
    public Optional<String> chosenKind(EntityManager entities, RecordId id) {
        return Optional.ofNullable(entities.find(RecordRow.class, id.value()))
                .map(record -> record.kind)
                .filter(kind -> History.isByUser(entities, id.value(), KIND));
    }

    /**
     * Decides ledger and kind, before {@link #extracted}. A ledger once decided stays, because the number belongs to it, and so
     * does a kind that a user has chosen.
     */
    public void classified(EntityManager entities, RecordRow record, String ledger, String kind) {
        record.revision++;
        if (record.ledger == null) {
            enter(entities, record, ledger);
            AccessRules.apply(entities, record);
        }
        if (!kind.equals(record.kind) && (record.kind == null || !History.isByUser(entities, record.id, KIND))) {
            History.append(entities, record, Author.PLATFORM, "classified", KIND, text(record.kind), kind);
            record.kind = kind;
        }
    }

    /**
     * Takes over what was extracted as new versions: what users typed or emptied stays, what was read before and is not found any more goes.
     * Derives, checks, and sets the state to COMPLETE or INCOMPLETE.
     */
    public void extracted(EntityManager entities, RecordRow record, Extraction extraction) {
        Instant now = Instant.now();
        record.revision++;
        var present = new PresentValues(entities, record);
        for (String field : List.copyOf(present.rows().keySet())) {
            if (!present.isByUser(field) && !extraction.candidates().containsKey(field)) {
                Settling.change(entities, record, present, Author.PLATFORM, "extracted", field, () -> present.remove(field, now));
            }
        }
        extraction.candidates().forEach((field, candidates) -> {
            if (!candidates.isEmpty() && !present.isByUser(field)) {
                Candidate best = candidates.get(0);
                Settling.change(entities, record, present, Author.PLATFORM, "extracted", field, () ->
                        present.set(best, Origin.EXTRACTED, null, now));
            }
        });
        new Candidates(entities, record.id).replace(extraction.candidates(), present);
        record.warnings = WarningJson.write(extraction.warnings(), List.of());
        record.extractors = extraction.extractors();
        record.state = InputState.INCOMPLETE;
        settle(entities, record, present, now);
    }

    /** Derives and checks anew and sets the state by the required fields; then announces. The revision was raised already. */
    void settle(EntityManager entities, RecordRow record, PresentValues present, Instant now) {
        new Settling(entities, record, present, now).settle(catalog, answers);
        if (mayBeSettled(record)) {
            boolean complete = record.completedByUser || isComplete(record, present);
            state(entities, record, complete ? InputState.COMPLETE : InputState.INCOMPLETE, 1, null);
        } else {
            announce(entities, record);
        }
    }

    /**
     * Derives anew because a day has passed, as a change of the platform's if anything becomes different.
     *
     * @return false when the document type does not answer, so that it has to be tried again
     */
    boolean dayPassed(EntityManager entities, RecordRow record) {
        record.revision++;
        Instant now = Instant.now();
        Settling.Outcome outcome =
                new Settling(entities, record, new PresentValues(entities, record), now).settle(catalog, answers);
        if (outcome == Settling.Outcome.CHANGED) {
            announce(entities, record);
        } else {
            record.revision--;
        }
        return outcome != Settling.Outcome.UNANSWERED;
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

    private static void enter(EntityManager entities, RecordRow record, String ledger) {
        record.ledger = ledger;
        record.number = NumberCounter.next(entities, record.tenant, ledger);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String cut(String message) {
        return message.length() > 2000 ? message.substring(0, 2000) : message;
    }
}

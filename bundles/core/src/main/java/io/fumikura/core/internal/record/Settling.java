package io.fumikura.core.internal.record;

import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.ValueRow;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.document.Derivation;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldType;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.RecordDetail.Origin;
import io.fumikura.document.spi.DocumentType;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings a record's derived values and warnings in line with its other values, after those changed or a day has passed. */
final class Settling {

    private final EntityManager entities;
    private final RecordRow record;
    private final PresentValues present;
    private final Instant now;
    private boolean changed;

    Settling(EntityManager entities, RecordRow record, PresentValues present, Instant now) {
        this.entities = entities;
        this.record = record;
        this.present = present;
        this.now = now;
    }

    enum Outcome {
        UNCHANGED,
        CHANGED,
        /** The document type is away or fails: everything is as it was. */
        UNANSWERED
    }

    /** The record's revision was raised already. The document type is asked outside of the transaction, which is run again for that. */
    Outcome settle(LedgerCatalog catalog, Answers answers) {
        String ledger = record.ledger == null ? "" : record.ledger;
        Optional<Plugin<DocumentType>> type = catalog.type(ledger);
        if (type.isEmpty()) {
            return Outcome.UNANSWERED;
        }
        Map<String, FieldType> fields = catalog.ledger(ledger).map(LedgerDescription::fields).stream()
                .flatMap(all -> all.stream())
                .collect(Collectors.toMap(FieldDefinition::id, FieldDefinition::type));
        Map<String, Derivation> earlier = present.derived();
        Answers.Answer answer = answers.to(new Answers.Question(
                type.get(), fields, present.without(earlier.keySet()), earlier, present.emptied(), present.values(), today()));
        answer.derived().ifPresent(found -> {
            earlier.keySet().stream().filter(field -> !found.containsKey(field)).forEach(this::drop);
            found.values().forEach(this::take);
        });
        record.warnings = WarningJson.write(WarningJson.ofReading(record.warnings), answer.warnings());
        if (answer.derived().isEmpty()) {
            return Outcome.UNANSWERED;
        }
        return changed ? Outcome.CHANGED : Outcome.UNCHANGED;
    }

    private void drop(String field) {
        new Candidates(entities, record.id).keep(present.rows().get(field));
        derived(field, () -> present.remove(field, now));
    }

    private void take(FieldCandidate candidate) {
        ValueRow old = present.rows().get(candidate.field());
        if (present.isByUser(candidate.field()) || isReadAlike(old, candidate)) {
            return;
        }
        if (old != null) {
            new Candidates(entities, record.id).keep(old);
        }
        derived(candidate.field(), () -> present.set(new Candidate(candidate, ""), Origin.DERIVED, null, now));
    }

    /** A value that was read is worth more than the same one derived: it has evidence. */
    private static boolean isReadAlike(@Nullable ValueRow old, FieldCandidate candidate) {
        return old != null && old.origin == Origin.EXTRACTED && old.value.equals(FieldJson.value(candidate.value()));
    }

    private void derived(String field, BooleanSupplier change) {
        changed |= change(entities, record, present, Author.PLATFORM, "derived", field, change);
    }

    /** Makes a change of one field and its history entry. @return whether there was a change */
    static boolean change(
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
            return true;
        }
        return false;
    }

    private LocalDate today() {
        return LocalDate.now(ZoneId.of(entities.find(TenantRow.class, record.tenant).timeZone));
    }
}

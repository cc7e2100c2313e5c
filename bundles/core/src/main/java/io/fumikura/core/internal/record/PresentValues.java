package io.fumikura.core.internal.record;

import io.fumikura.account.UserId;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.ValueRow;
import io.fumikura.document.Derivation;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.RecordDetail.Origin;
import io.fumikura.document.RecordDetail.Present;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The present versions of a record's values. A field that a user emptied has a version too, which keeps readers and derivations from filling
 * it again; it counts as absent everywhere else.
 */
final class PresentValues {

    private static final String EMPTIED = "null";
    /** Characters. */
    private static final int MOST_SHOWN = 500_000;

    private final EntityManager entities;
    private final RecordRow record;
    private final Map<String, ValueRow> rows = new LinkedHashMap<>();

    PresentValues(EntityManager entities, RecordRow record) {
        this.entities = entities;
        this.record = record;
        entities.createQuery(
                        "select v from ValueRow v where v.record = :record and v.validTo is null order by v.field",
                        ValueRow.class)
                .setParameter("record", record.id)
                .getResultList()
                .forEach(row -> rows.put(row.field, row));
    }

    static boolean isEmptied(ValueRow row) {
        return isEmptied(row.value);
    }

    static boolean isEmptied(String value) {
        return value.equals(EMPTIED);
    }

    static FieldCandidate candidate(ValueRow row) {
        return new FieldCandidate(
                row.field,
                FieldJson.value(row.value),
                row.confidence,
                FieldJson.evidence(row.evidence),
                FieldJson.derivation(row.derivation));
    }

    static Present present(ValueRow row) {
        return new Present(
                candidate(row),
                row.origin,
                row.extractor,
                Optional.ofNullable(row.byUser).map(UserId::new),
                row.validFrom);
    }

    Map<String, ValueRow> rows() {
        return rows;
    }

    /** Present values, without those of some fields. */
    Map<String, FieldCandidate> without(Set<String> fields) {
        var found = new LinkedHashMap<String, FieldCandidate>();
        rows.forEach((field, row) -> {
            if (!fields.contains(field) && !isEmptied(row)) {
                found.put(field, candidate(row));
            }
        });
        return found;
    }

    /** Fields that a user emptied. */
    Set<String> emptied() {
        return rows.values().stream().filter(PresentValues::isEmptied).map(row -> row.field).collect(Collectors.toSet());
    }

    Map<String, FieldValue> values() {
        var found = new LinkedHashMap<String, FieldValue>();
        without(Set.of()).forEach((field, candidate) -> found.put(field, candidate.value()));
        return found;
    }

    /** How values were derived that have to be derived anew: all but those which an extractor derived from what stands as it read it. */
    Map<String, Derivation> derived() {
        var found = new LinkedHashMap<String, Derivation>();
        rows.forEach((field, row) -> {
            if (row.origin == Origin.DERIVED || row.origin == Origin.EXTRACTED && isFromUser(field, new HashSet<>())) {
                FieldJson.derivation(row.derivation).ifPresent(derivation -> found.put(field, derivation));
            }
        });
        return found;
    }

    /** Whether a value was derived, directly or over others, from one that a user has typed or emptied since. */
    private boolean isFromUser(String field, Set<String> seen) {
        ValueRow row = rows.get(field);
        return row != null
                && seen.add(field)
                && FieldJson.derivation(row.derivation).stream()
                        .flatMap(derivation -> derivation.fields().stream())
                        .anyMatch(source -> isByUser(source) || isFromUser(source, seen));
    }

    boolean isByUser(String field) {
        ValueRow row = rows.get(field);
        return row != null && row.origin == Origin.USER;
    }

    /** The value in text form; empty when there is none. */
    String text(String field) {
        ValueRow row = rows.get(field);
        return row == null ? "" : row.text;
    }

    /** A new version, unless it is the same as the present one. @return whether the value itself changed */
    boolean set(Candidate wanted, Origin origin, @Nullable UUID user, Instant now) {
        FieldCandidate candidate = wanted.candidate();
        ValueRow row = row(candidate.field(), origin, user, now);
        row.type = candidate.value().type().name();
        row.text = FieldJson.text(candidate.value());
        row.value = FieldJson.value(candidate.value());
        row.extractor = wanted.extractor();
        row.confidence = candidate.confidence();
        row.evidence = FieldJson.evidence(candidate.evidence());
        row.derivation = FieldJson.derivation(candidate.derivation());
        return put(row, now);
    }

    /** Marks the field as emptied by a user. */
    boolean empty(String field, UUID user, Instant now) {
        if (!rows.containsKey(field)) {
            return false;
        }
        ValueRow row = row(field, Origin.USER, user, now);
        row.type = rows.get(field).type;
        row.text = "";
        row.value = EMPTIED;
        row.extractor = "";
        row.confidence = 1;
        row.evidence = "[]";
        return put(row, now);
    }

    /** Ends the present version without a new one. @return whether there was a value */
    boolean remove(String field, Instant now) {
        ValueRow old = rows.remove(field);
        if (old == null) {
            return false;
        }
        old.validTo = now;
        show();
        return !isEmptied(old);
    }

    private boolean put(ValueRow row, Instant now) {
        ValueRow old = rows.get(row.field);
        if (old != null && isSame(old, row)) {
            return false;
        }
        if (old != null) {
            old.validTo = now;
        }
        entities.persist(row);
        rows.put(row.field, row);
        show();
        return old == null || !old.value.equals(row.value);
    }

    /** Puts the values into the record's row, so that lists need not look for them. */
    private void show() {
        String all = FieldJson.values(new TreeMap<>(values()));
        record.values = all.length() > MOST_SHOWN ? null : all;
    }

    private static boolean isSame(ValueRow old, ValueRow row) {
        return old.value.equals(row.value)
                && old.origin == row.origin
                && old.extractor.equals(row.extractor)
                && old.evidence.equals(row.evidence)
                && Objects.equals(old.derivation, row.derivation)
                && old.confidence == row.confidence;
    }

    private ValueRow row(String field, Origin origin, @Nullable UUID user, Instant now) {
        var row = new ValueRow();
        row.id = UUID.randomUUID();
        row.record = record.id;
        row.field = field;
        row.origin = origin;
        row.byUser = user;
        row.validFrom = now;
        return row;
    }
}

package io.fumikura.core.internal.record;

import io.fumikura.account.UserId;
import io.fumikura.core.internal.model.GroupRow;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.document.FieldValue;
import io.fumikura.document.RecordId;
import io.fumikura.document.RecordSummary;
import io.fumikura.document.RecordSummary.Reason;
import io.fumikura.people.GroupId;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns rows into summaries, many at once, with one query each for owners and groups. */
public final class Summaries {

    private Summaries() {}

    /** In the order of the rows. */
    public static List<RecordSummary> of(EntityManager entities, Collection<RecordRow> records) {
        if (records.isEmpty()) {
            return List.of();
        }
        Map<UUID, Map<String, FieldValue>> values = values(
                entities, records.stream().filter(row -> row.values == null).map(row -> row.id).toList());
        Map<UUID, String> names = new HashMap<>(names(entities, records.stream().map(row -> row.owner).toList()));
        names.putAll(groups(entities, records.stream().map(row -> row.group).toList()));
        return records.stream()
                .map(row -> summary(
                        row, row.values == null ? values.getOrDefault(row.id, Map.of()) : FieldJson.values(row.values), names))
                .toList();
    }

    public static RecordSummary of(EntityManager entities, RecordRow record) {
        return of(entities, List.of(record)).get(0);
    }

    /** Names of users; unknown ones are left out. */
    static Map<UUID, String> names(EntityManager entities, Collection<@Nullable UUID> users) {
        List<UUID> wanted = users.stream().filter(Objects::nonNull).distinct().toList();
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select u from UserRow u where u.id in :ids", UserRow.class)
                .setParameter("ids", wanted)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(user -> user.id, user -> user.name));
    }

    private static Map<UUID, String> groups(EntityManager entities, Collection<@Nullable UUID> groups) {
        List<UUID> wanted = groups.stream().filter(Objects::nonNull).distinct().toList();
        return wanted.isEmpty()
                ? Map.of()
                : entities.createQuery("select g from GroupRow g where g.id in :ids", GroupRow.class)
                        .setParameter("ids", wanted)
                        .getResultStream()
                        .collect(Collectors.toMap(group -> group.id, group -> group.name));
    }

    /** Values of records whose row does not hold them. */
    private static Map<UUID, Map<String, FieldValue>> values(EntityManager entities, List<UUID> records) {
        var found = new HashMap<UUID, Map<String, FieldValue>>();
        if (records.isEmpty()) {
            return found;
        }
        // Not the whole row: its evidence is many times as long as its value.
        entities.createQuery(
                        "select v.record, v.field, v.value from ValueRow v where v.record in :ids and v.validTo is null",
                        Object[].class)
                .setParameter("ids", records)
                .getResultList()
                .stream()
                .filter(row -> !PresentValues.isEmptied((String) row[2]))
                .forEach(row -> found.computeIfAbsent((UUID) row[0], id -> new HashMap<>())
                        .put((String) row[1], FieldJson.value((String) row[2])));
        return found;
    }

    private static RecordSummary summary(RecordRow row, Map<String, FieldValue> values, Map<UUID, String> names) {
        return new RecordSummary(
                new RecordId(row.id),
                Optional.ofNullable(row.ledger),
                Optional.ofNullable(row.number),
                Optional.ofNullable(row.kind),
                row.fileName,
                row.mediaType,
                row.size,
                row.revision,
                row.state,
                row.progress,
                row.reasonCode == null ? null : new Reason(row.reasonCode, Objects.requireNonNullElse(row.reasonMessage, "")),
                values,
                Optional.ofNullable(row.owner).map(UserId::new),
                row.owner == null ? "" : names.getOrDefault(row.owner, ""),
                Optional.ofNullable(row.group).map(GroupId::new),
                row.group == null ? "" : names.getOrDefault(row.group, ""),
                row.tags,
                row.registeredAt,
                row.previewable);
    }
}

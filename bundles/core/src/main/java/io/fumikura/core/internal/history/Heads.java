package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All heads together. */
final class Heads {

    private Heads() {}

    /** In the order of the logs' ids as they are written. */
    static List<SealedHead> all(EntityManager entities) {
        return Head.all(entities).stream()
                .map(SealedHead::of)
                .sorted(Comparator.comparing(head -> head.log().toString()))
                .toList();
    }

    /** The first entry behind the end of a log, with the head locked, so that nobody appends meanwhile. */
    static Optional<Long> surplus(EntityManager entities, UUID log) {
        return Head.lock(entities, log)
                .flatMap(head -> Sql.query(
                                entities,
                                "select sequence from history_entry where log_id = ? and sequence >= ? order by log_id, sequence limit 1",
                                row -> row.getLong(1),
                                log,
                                head.frontier().size())
                        .stream()
                        .findFirst());
    }

    /** When the first entry of all was written. */
    static Optional<Instant> first(EntityManager entities) {
        return all(entities).stream()
                .flatMap(head -> Sql.query(
                                entities,
                                "select happened_at from history_entry where log_id = ? and sequence = 0",
                                row -> Sql.instant(row, "happened_at"),
                                head.log())
                        .stream())
                .min(Comparator.naturalOrder());
    }

    /** Logs that have entries, whether they have heads or not: one look into the index for each. */
    static List<UUID> logs(EntityManager entities) {
        var logs = new ArrayList<UUID>();
        List<UUID> next = next(entities, "");
        while (!next.isEmpty()) {
            logs.addAll(next);
            next = next(entities, "where log_id > ? ", next.get(0));
        }
        return logs;
    }

    private static List<UUID> next(EntityManager entities, String where, Object... parameters) {
        return Sql.query(
                entities,
                "select log_id from history_entry " + where + "order by log_id, sequence limit 1",
                row -> row.getObject(1, UUID.class),
                parameters);
    }
}

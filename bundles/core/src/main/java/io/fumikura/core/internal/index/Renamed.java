package io.fumikura.core.internal.index;

import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Brings the records of a renamed group or person into the outbox, because the index sorts by these names: some in the transaction that renames, so
 * that it is seen at once where records are few, the others in portions, durably, whenever the index has nothing else to take.
 */
public final class Renamed {

    private static final int PORTION = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final Transactions transactions;

    Renamed(Transactions transactions) {
        this.transactions = transactions;
    }

    private enum Kind {
        GROUP("group_id"),
        OWNER("owner_id");

        private final String column;

        Kind(String column) {
            this.column = column;
        }
    }

    private record Waiting(long place, Kind kind, UUID id, UUID done) {}

    /** In the present transaction: a group is called otherwise. */
    public static void group(EntityManager entities, UUID group) {
        enter(entities, Kind.GROUP, group);
    }

    /** In the present transaction: a person is called otherwise. */
    public static void owner(EntityManager entities, UUID owner) {
        enter(entities, Kind.OWNER, owner);
    }

    private static void enter(EntityManager entities, Kind kind, UUID id) {
        List<UUID> put = put(entities, kind, id, FIRST);
        if (put.size() == PORTION) {
            Sql.update(
                    entities,
                    "insert into index_renamed (kind, renamed_id, done) values (?, ?, ?)",
                    kind.name(),
                    id,
                    put.get(PORTION - 1));
        }
    }

    /** Brings the next portion. @return whether there was one */
    boolean next() {
        if (transactions.read(Renamed::waiting).isEmpty()) {
            return false;
        }
        return transactions.required(entities -> {
            List<Waiting> waiting = waiting(entities);
            waiting.forEach(one -> next(entities, one));
            return !waiting.isEmpty();
        });
    }

    private static void next(EntityManager entities, Waiting waiting) {
        List<UUID> put = put(entities, waiting.kind(), waiting.id(), waiting.done());
        if (put.size() < PORTION) {
            Sql.update(entities, "delete from index_renamed where place = ?", waiting.place());
        } else {
            Sql.update(entities, "update index_renamed set done = ? where place = ?", put.get(PORTION - 1), waiting.place());
        }
    }

    private static List<Waiting> waiting(EntityManager entities) {
        return Sql.query(
                entities,
                "select place, kind, renamed_id, done from index_renamed order by place fetch first 1 rows only",
                row -> new Waiting(
                        row.getLong(1),
                        Kind.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class)));
    }

    /** @return the records that were put, in order */
    private static List<UUID> put(EntityManager entities, Kind kind, UUID id, UUID after) {
        List<Entry> records = Sql.query(
                entities,
                "select 0, tenant_id, id from record where " + kind.column + " = ? and id > ? order by id fetch first " + PORTION
                        + " rows only",
                Entry::of,
                id,
                after);
        Instant now = Instant.now();
        Sql.batch(
                entities,
                "insert into index_outbox (tenant_id, record_id, created) values (?, ?, ?)",
                records.stream()
                        .map(entry -> List.of(entry.tenant().value(), entry.record().value(), now))
                        .toList());
        return records.stream().map(entry -> entry.record().value()).toList();
    }
}

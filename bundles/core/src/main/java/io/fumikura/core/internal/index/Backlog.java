package io.fumikura.core.internal.index;

import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * The records that an index which is filled anew has yet to take, durably, the latest ones first. Apart from the outbox, so that what
 * changes meanwhile does not have to wait for all of them.
 */
final class Backlog {

    private final Transactions transactions;

    Backlog(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Enters all records. The outbox stays as it is: callers wait for their own changes there. @return how many */
    long enterAll() {
        return transactions.required(entities -> {
            Sql.update(entities, "delete from index_backlog");
            return (long) Sql.update(
                    entities,
                    "insert into index_backlog (tenant_id, record_id) select tenant_id, id from record order by registered_at desc");
        });
    }

    /** Entries in order. */
    static List<Entry> after(EntityManager entities, long place, int limit) {
        return Sql.query(
                entities,
                "select place, tenant_id, record_id from index_backlog where place > ? order by place limit " + limit,
                Entry::of,
                place);
    }

    /** Forgets entries up to a place. Should that be lost, they are indexed once more. */
    void removeUpTo(long place) {
        transactions.relaxed(entities -> Sql.update(entities, "delete from index_backlog where place <= ?", place));
    }

    boolean isEmpty() {
        return transactions.read(entities -> after(entities, Long.MIN_VALUE, 1)).isEmpty();
    }

    /** Number of records that the index is to hold in the end. */
    long total() {
        return transactions
                .read(entities -> Sql.query(entities, "select count(*) from record", row -> row.getLong(1)))
                .get(0);
    }
}

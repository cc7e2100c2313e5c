package io.fumikura.core.internal.index;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What the index has yet to take, durably: rows are put here by the transactions that change records, and leave after the index's commit. */
final class Outbox {

    private static final int CHUNK = 500;

    private final Transactions transactions;
    private final Renamed renamed;

    Outbox(Transactions transactions) {
        this.transactions = transactions;
        renamed = new Renamed(transactions);
    }

    /** Takes in some of the records that wait because of a new name. @return whether there were any */
    boolean putRenamed() {
        return renamed.next();
    }

    /** The oldest entries. */
    List<Entry> first(int limit) {
        return transactions.read(entities -> Sql.query(
                entities,
                "select id, tenant_id, record_id from index_outbox order by id limit " + limit,
                Entry::of));
    }

    /** Ids of a tenant's entries, the oldest ones. */
    List<Long> ids(TenantId tenant, int limit) {
        return transactions.read(entities -> Sql.query(
                entities,
                "select id from index_outbox where tenant_id = ? order by id limit " + limit,
                row -> row.getLong(1),
                tenant.value()));
    }

    /** Takes over entries that wait elsewhere. @return them as they stand here */
    List<Entry> add(List<Entry> entries) {
        return transactions.required(entities -> {
            var added = new ArrayList<Entry>();
            for (Entry entry : entries) {
                Sql.update(
                        entities,
                        "insert into index_outbox (tenant_id, record_id, created) values (?, ?, ?)",
                        entry.tenant().value(),
                        entry.record().value(),
                        Instant.now());
                added.addAll(Sql.query(
                        entities,
                        "select id, tenant_id, record_id from index_outbox where record_id = ? order by id desc limit 1",
                        Entry::of,
                        entry.record().value()));
            }
            return added;
        });
    }

    /** Forgets entries. Should that be lost, they are indexed once more. */
    void remove(Collection<Long> ids) {
        List<Long> all = new ArrayList<>(ids);
        transactions.relaxed(entities -> {
            for (int i = 0; i < all.size(); i += CHUNK) {
                String list = all.subList(i, Math.min(all.size(), i + CHUNK)).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
                Sql.update(entities, "delete from index_outbox where id in (" + list + ")");
            }
        });
    }

    /** Number of entries, counted up to 100,000. */
    long size() {
        return transactions.read(entities -> Sql.query(
                        entities,
                        "select count(*) from (select id from index_outbox limit 100000) counted",
                        row -> row.getLong(1))
                .get(0));
    }
}

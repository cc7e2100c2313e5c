package io.fumikura.core.internal.record;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Management numbers: running per tenant and ledger, never used twice; a transaction that rolls back leaves no gap. */
final class NumberCounter {

    private NumberCounter() {}

    static long next(EntityManager entities, UUID tenant, String ledger) {
        Sql.insertIfAbsent(
                entities, "insert into number_counter (tenant_id, ledger, next_number) values (?, ?, 1)", tenant, ledger);
        long number = Sql.query(
                        entities,
                        "select next_number from number_counter where tenant_id = ? and ledger = ? for update",
                        row -> row.getLong(1),
                        tenant,
                        ledger)
                .get(0);
        Sql.update(
                entities,
                "update number_counter set next_number = ? where tenant_id = ? and ledger = ?",
                number + 1,
                tenant,
                ledger);
        return number;
    }
}

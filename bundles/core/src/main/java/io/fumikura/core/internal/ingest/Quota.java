package io.fumikura.core.internal.ingest;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.OptionalLong;
import java.util.UUID;

/** Uploads per tenant and month. Exact under parallel uploads: the conditional update waits for others that count. */
final class Quota {

    private Quota() {}

    /** Throws when nothing is left; counts nothing. */
    static void check(EntityManager entities, UUID tenant, ZoneId zone, OptionalLong limit) {
        if (limit.isPresent() && used(entities, tenant, month(zone)) >= limit.getAsLong()) {
            throw Refusals.quota(limit.getAsLong(), used(entities, tenant, month(zone)));
        }
    }

    /** Counts one upload in the present transaction, or throws. */
    static void use(EntityManager entities, UUID tenant, ZoneId zone, OptionalLong limit) {
        String month = month(zone);
        Sql.insertIfAbsent(
                entities, "insert into upload_usage (tenant_id, usage_month, uploads) values (?, ?, 0)", tenant, month);
        int changed = Sql.update(
                entities,
                "update upload_usage set uploads = uploads + 1 where tenant_id = ? and usage_month = ? and uploads < ?",
                tenant,
                month,
                limit.orElse(Long.MAX_VALUE));
        if (changed == 0) {
            throw Refusals.quota(limit.orElse(0), used(entities, tenant, month));
        }
    }

    private static long used(EntityManager entities, UUID tenant, String month) {
        return Sql.query(
                        entities,
                        "select uploads from upload_usage where tenant_id = ? and usage_month = ?",
                        row -> row.getLong(1),
                        tenant,
                        month)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    private static String month(ZoneId zone) {
        return YearMonth.now(zone).toString();
    }
}

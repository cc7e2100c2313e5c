package io.fumikura.core.internal.ingest;

import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.plan.Uploads;
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
        if (limit.isPresent() && Uploads.in(entities, tenant, YearMonth.now(zone)) >= limit.getAsLong()) {
            throw Refusals.quota(limit.getAsLong(), Uploads.in(entities, tenant, YearMonth.now(zone)));
        }
    }

    /** Counts one upload in the present transaction, or throws. */
    static void use(EntityManager entities, UUID tenant, ZoneId zone, OptionalLong limit) {
        YearMonth month = YearMonth.now(zone);
        Sql.insertIfAbsent(
                entities, "insert into upload_usage (tenant_id, usage_month, uploads) values (?, ?, 0)", tenant, month.toString());
        int changed = Sql.update(
                entities,
                "update upload_usage set uploads = uploads + 1 where tenant_id = ? and usage_month = ? and uploads < ?",
                tenant,
                month.toString(),
                limit.orElse(Long.MAX_VALUE));
        if (changed == 0) {
            throw Refusals.quota(limit.orElse(0), Uploads.in(entities, tenant, month));
        }
    }
}

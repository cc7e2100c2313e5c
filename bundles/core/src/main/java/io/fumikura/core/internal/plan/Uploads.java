package io.fumikura.core.internal.plan;

import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.plan.Usage;
import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** Counts of uploads by month, as they were used. */
public final class Uploads {

    private static final int MONTHS = 12;

    private Uploads() {}

    /** How many there were in a month. */
    public static long in(EntityManager entities, UUID tenant, YearMonth month) {
        return Sql.query(
                        entities,
                        "select uploads from upload_usage where tenant_id = ? and usage_month = ?",
                        row -> row.getLong(1),
                        tenant,
                        month.toString())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** The last twelve months with any, the newest first. */
    static List<Usage.Month> months(EntityManager entities, UUID tenant) {
        return Sql.query(
                entities,
                "select usage_month, uploads from upload_usage where tenant_id = ? and uploads > 0 order by usage_month desc fetch first "
                        + MONTHS + " rows only",
                row -> new Usage.Month(YearMonth.parse(row.getString(1)), row.getLong(2)),
                tenant);
    }
}

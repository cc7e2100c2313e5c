package io.fumikura.core.internal.plan;

import io.fumikura.core.internal.model.SessionRow;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.plan.spi.Terms;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How many full sessions a company may have at once. Each takes one licence, also where one user has several browsers: what is sold is work at the
 * same time, not names. While the plan's plugin is away there is no limit, so that its absence locks nobody out.
 */
@Component(service = Licences.class)
public final class Licences {

    private final Function<UUID, OptionalInt> limits;

    @Activate
    public Licences(@Reference Transactions transactions, @Reference Tiers tiers) {
        this(tenant -> limit(transactions, tiers, tenant));
    }

    /** @param limits by company; for tests */
    public Licences(Function<UUID, OptionalInt> limits) {
        this.limits = limits;
    }

    private static OptionalInt limit(Transactions transactions, Tiers tiers, UUID tenant) {
        String plan = transactions.read(entities -> entities.find(TenantRow.class, tenant).plan);
        try {
            return tiers.terms(plan).map(Terms::licences).orElse(OptionalInt.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** A company's limit, empty for none. Asks a plugin, so never inside of a transaction. */
    public OptionalInt of(UUID tenant) {
        return limits.apply(tenant);
    }

    /**
     * Whether a session may become a full one, in the present transaction; others of the company that want to wait until it ends, so that two never
     * get the last licence.
     */
    public static boolean take(EntityManager entities, UserRow user, SessionRow session, OptionalInt limit, Instant now) {
        if (limit.isEmpty()) {
            return true;
        }
        Sql.insertIfAbsent(entities, "insert into licence_seat (tenant_id, taken) values (?, ?)", user.tenant, 0L);
        Sql.update(entities, "update licence_seat set taken = taken + 1 where tenant_id = ?", user.tenant);
        return taken(entities, user.tenant, now, session.id) < limit.getAsInt();
    }

    /** How many full sessions a company has at a moment. */
    public static long taken(EntityManager entities, UUID tenant, Instant now) {
        return taken(entities, tenant, now, new UUID(0, 0));
    }

    private static long taken(EntityManager entities, UUID tenant, Instant now, UUID but) {
        return Sql.query(
                        entities,
                        "select count(*) from user_session s join app_user u on u.id = s.user_id where u.tenant_id = ? and s.stage = 'FULL'"
                                + " and s.ended is null and s.expires > ? and s.id <> ?",
                        row -> row.getLong(1),
                        tenant,
                        now,
                        but)
                .get(0);
    }
}

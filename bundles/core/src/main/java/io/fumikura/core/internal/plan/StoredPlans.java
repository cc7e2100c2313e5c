package io.fumikura.core.internal.plan;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.plan.Plans;
import io.fumikura.plan.Tier;
import io.fumikura.plan.Usage;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads what companies use from the database. */
@Component
public final class StoredPlans implements Plans {

    private final Transactions transactions;
    private final Tiers tiers;
    private final Clock clock;

    @Activate
    public StoredPlans(@Reference Transactions transactions, @Reference Tiers tiers) {
        this(transactions, tiers, Clock.systemUTC());
    }

    StoredPlans(Transactions transactions, Tiers tiers, Clock clock) {
        this.transactions = transactions;
        this.tiers = tiers;
        this.clock = clock;
    }

    @Override
    public List<Tier> tiers(Caller caller) {
        requireAdministrator(caller);
        return asked(tiers::all);
    }

    @Override
    public Usage usage(Caller caller, TenantId id) {
        requireAdministrator(caller);
        if (!id.equals(caller.tenant()) && !caller.may(Permission.OPERATOR)) {
            throw unknown();
        }
        String plan = transactions.read(entities -> tenant(entities, id).plan);
        Optional<Tier> tier = asked(() -> tiers.tier(plan));
        return transactions.read(entities -> usage(entities, tenant(entities, id), tier.filter(found -> found.id().equals(plan))));
    }

    private Usage usage(EntityManager entities, TenantRow tenant, Optional<Tier> tier) {
        YearMonth month = YearMonth.now(clock.withZone(ZoneId.of(tenant.timeZone)));
        return new Usage(
                new TenantId(tenant.id),
                tenant.plan,
                tier.filter(found -> found.id().equals(tenant.plan)),
                month,
                Uploads.in(entities, tenant.id, month),
                Uploads.months(entities, tenant.id),
                number(entities, "select count(*) from record where tenant_id = ?", tenant.id),
                number(
                        entities,
                        "select coalesce(sum(content.file_size), 0) from"
                                + " (select distinct sha256, file_size from record where tenant_id = ?) content",
                        tenant.id),
                number(entities, "select count(*) from app_user where tenant_id = ? and state <> 'DELETED'", tenant.id),
                Licences.taken(entities, tenant.id, clock.instant()));
    }

    private static long number(EntityManager entities, String sql, UUID tenant) {
        return Sql.query(entities, sql, row -> row.getLong(1), tenant).get(0);
    }

    private static TenantRow tenant(EntityManager entities, TenantId id) {
        TenantRow tenant = entities.find(TenantRow.class, id.value());
        if (tenant == null) {
            throw unknown();
        }
        return tenant;
    }

    private static PlatformException unknown() {
        return new PlatformException(Category.NOT_FOUND, "tenant.unknown", "There is no such company.");
    }

    private static void requireAdministrator(Caller caller) {
        if (!caller.may(Permission.TENANT_ADMINISTRATOR) && !caller.may(Permission.OPERATOR)) {
            throw new PlatformException(Category.FORBIDDEN, "permission.missing", "Plan and usage are for administrators.");
        }
    }

    private interface Question<T> {
        T ask() throws InterruptedException;
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException(Category.UNAVAILABLE, "plan.missing", "The platform is stopping; try again.", Map.of(), e);
        }
    }
}

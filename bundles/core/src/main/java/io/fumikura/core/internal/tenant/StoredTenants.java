package io.fumikura.core.internal.tenant;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.account.Sessions;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.people.Recruiting;
import io.fumikura.core.internal.people.Recruiting.Candidate;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plan.Tiers;
import io.fumikura.tenant.FirstAdministrator;
import io.fumikura.tenant.Tenant;
import io.fumikura.tenant.TenantForm;
import io.fumikura.tenant.TenantPage;
import io.fumikura.tenant.TenantQuery;
import io.fumikura.tenant.TenantState;
import io.fumikura.tenant.Tenants;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Companies in the database. Changes lock the company's row first. */
@Component
public final class StoredTenants implements Tenants {

    private final Transactions transactions;
    private final Tiers tiers;
    private final Recruiting recruiting;

    @Activate
    public StoredTenants(@Reference Transactions transactions, @Reference Tiers tiers, @Reference Recruiting recruiting) {
        this.transactions = transactions;
        this.tiers = tiers;
        this.recruiting = recruiting;
    }

    @Override
    public TenantPage list(Caller caller, TenantQuery query) {
        requireOperator(caller);
        if (query.limit() < 1 || query.limit() > 200) {
            throw new PlatformException(Category.INVALID, "query.invalid", "A page has 1 to 200 companies.");
        }
        return transactions.read(entities -> {
            var search = new TenantSearch(entities, query);
            List<Tenant> found = search.page();
            boolean more = found.size() > query.limit();
            List<Tenant> tenants = more ? found.subList(0, query.limit()) : found;
            return new TenantPage(
                    tenants, search.total(), more ? Optional.of(tenants.get(tenants.size() - 1).code()) : Optional.empty());
        });
    }

    @Override
    public Tenant show(Caller caller, TenantId tenant) {
        requireOperator(caller);
        return transactions.read(entities -> found(entities, tenant.value()));
    }

    @Override
    public Tenant create(Caller caller, String typed, TenantForm form, FirstAdministrator first) {
        requireOperator(caller);
        String code = TenantCheck.code(typed);
        TenantCheck checked = TenantCheck.of(form);
        requireRunning(checked.plan());
        Candidate administrator = recruiting.candidate(first.name(), first.mail(), first.language());
        return transactions.retried(entities -> {
            requireFree(entities, code);
            var row = new TenantRow();
            row.id = UUID.randomUUID();
            row.code = code;
            row.created = Instant.now().truncatedTo(ChronoUnit.MICROS);
            row.revision = 1;
            List<Change> changes = put(row, checked);
            entities.persist(row);
            entities.flush();
            TenantHistory.byOperator(entities, caller, row.id, code, "created", changes, "");
            recruiting.hire(entities, at(caller, row.id), administrator);
            return found(entities, row.id);
        });
    }

    /** The operator, at work for a company. */
    private static Caller at(Caller operator, UUID tenant) {
        return new Caller(
                new TenantId(tenant),
                operator.user(),
                operator.name(),
                operator.permissions(),
                operator.language(),
                operator.requestId(),
                operator.address());
    }

    @Override
    public Tenant change(Caller caller, TenantId tenant, long version, TenantForm form) {
        requireOperator(caller);
        TenantCheck checked = TenantCheck.of(form);
        String present = transactions.read(entities -> found(entities, tenant.value())).plan();
        if (!checked.plan().equals(present)) {
            requireRunning(checked.plan());
        }
        return transactions.required(entities -> {
            TenantRow row = locked(entities, tenant, version);
            List<Change> changes = put(row, checked);
            if (!changes.isEmpty()) {
                row.revision++;
                TenantHistory.byOperator(entities, caller, row.id, row.code, "changed", changes, "");
            }
            entities.flush();
            return found(entities, row.id);
        });
    }

    @Override
    public Tenant move(Caller caller, TenantId tenant, long version, TenantState state, String typed) {
        requireOperator(caller);
        String reason = TenantCheck.reason(typed);
        if (tenant.equals(caller.tenant()) && state != TenantState.ACTIVE) {
            throw new PlatformException(Category.CONFLICT, "tenant.own", "You would shut yourself out: this is your own company.");
        }
        return transactions.required(entities -> {
            TenantRow row = locked(entities, tenant, version);
            var change = new Change("state", row.state, state.name());
            if (!row.state.equals(state.name()) || !row.stateReason.equals(reason)) {
                row.state = state.name();
                row.stateReason = reason;
                row.revision++;
                TenantHistory.byOperator(entities, caller, row.id, row.code, action(state), List.of(change), reason);
            }
            entities.flush();
            if (state != TenantState.ACTIVE) {
                Sessions.endAllOf(entities, row.id, caller.name());
            }
            return found(entities, row.id);
        });
    }

    private static String action(TenantState state) {
        return switch (state) {
            case ACTIVE -> "opened";
            case SUSPENDED -> "suspended";
            case CLOSED -> "closed";
        };
    }

    private static List<Change> put(TenantRow row, TenantCheck form) {
        List<Change> changes = TenantHistory.real(List.of(
                new Change("name", text(row.name), form.name()),
                new Change("plan", text(row.plan), form.plan()),
                new Change("time_zone", text(row.timeZone), form.timeZone()),
                new Change("own_names", String.join("\n", row.ownNames), String.join("\n", form.ownNames())),
                new Change("own_numbers", String.join("\n", row.ownNumbers), String.join("\n", form.ownNumbers()))));
        row.name = form.name();
        row.plan = form.plan();
        row.timeZone = form.timeZone();
        row.ownNames = form.ownNames();
        row.ownNumbers = form.ownNumbers();
        return changes;
    }

    /** Of a new row there is nothing yet. */
    private static String text(@Nullable String present) {
        return present == null ? "" : present;
    }

    private static TenantRow locked(EntityManager entities, TenantId tenant, long version) {
        TenantRow row = entities.find(TenantRow.class, tenant.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw unknown();
        }
        if (row.revision != version) {
            throw new PlatformException(Category.CHANGED, "tenant.changed", "The company was changed since you read it.");
        }
        return row;
    }

    private static Tenant found(EntityManager entities, UUID tenant) {
        return TenantSearch.find(entities, tenant).orElseThrow(StoredTenants::unknown);
    }

    private static PlatformException unknown() {
        return new PlatformException(Category.NOT_FOUND, "tenant.unknown", "There is no such company.");
    }

    private static void requireFree(EntityManager entities, String code) {
        if (!Sql.query(entities, "select 1 from tenant where code_key = ?", row -> 1, TenantCheck.codeKey(code)).isEmpty()) {
            throw new PlatformException(
                    Category.CONFLICT, "tenant.code-taken", "Another company has this code.", Map.of("tenantCode", code), null);
        }
    }

    private void requireRunning(String plan) {
        try {
            if (tiers.tier(plan).isEmpty()) {
                throw new PlatformException(
                        Category.INVALID, "plan.unknown", "There is no plan tier " + plan + " at the moment.", Map.of("plan", plan), null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException(Category.UNAVAILABLE, "plan.missing", "The platform is stopping; try again.", Map.of(), e);
        }
    }

    private static void requireOperator(Caller caller) {
        if (!caller.may(Permission.OPERATOR)) {
            throw new PlatformException(Category.FORBIDDEN, "permission.missing", "Companies are for operators.");
        }
    }
}

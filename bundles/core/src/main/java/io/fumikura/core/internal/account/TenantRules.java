package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.PasswordRule;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SignInRules;
import io.fumikura.account.SignInSettings;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules of sign-in, kept with the tenant. */
@Component
public final class TenantRules implements SignInSettings {

    private final Transactions transactions;

    @Activate
    public TenantRules(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public PasswordRule passwordRule(Caller caller) {
        return transactions.read(entities -> PasswordRules.of(entities, entities.find(UserRow.class, caller.user().value())));
    }

    @Override
    public SignInRules rules(Caller caller) {
        requireAdministrator(caller);
        return transactions.read(entities -> rules(entities.find(TenantRow.class, caller.tenant().value())));
    }

    @Override
    public SignInRules change(Caller caller, SignInRules wanted) {
        requireAdministrator(caller);
        return transactions.required(entities -> {
            TenantRow tenant = entities.find(TenantRow.class, caller.tenant().value(), LockModeType.PESSIMISTIC_WRITE);
            if (tenant.signInRulesVersion != wanted.version()) {
                throw new PlatformException(
                        Category.CHANGED, "signin.rules-changed", "Somebody else changed the rules. Read them again.");
            }
            List<Change> changes = put(tenant, wanted);
            if (!changes.isEmpty()) {
                tenant.signInRulesVersion++;
                History.append(
                        entities,
                        new HistoryEvent(
                                tenant.id,
                                new Subject("tenant", tenant.id),
                                Author.of(caller),
                                "tenant.signin-rules-changed",
                                changes,
                                ""));
            }
            return rules(tenant);
        });
    }

    /** Puts rules into a tenant, whose version stays. @return what became different */
    public static List<Change> put(TenantRow tenant, SignInRules wanted) {
        List<Change> changes = changes(rules(tenant), wanted);
        tenant.passwordPolicy = wanted.passwordPolicy().name();
        tenant.secondFactorRequired = wanted.secondFactorRequired();
        tenant.sessionIdleMinutes = wanted.idleMinutes();
        tenant.sessionLongestDays = wanted.longestDays();
        return changes;
    }

    private static List<Change> changes(SignInRules before, SignInRules wanted) {
        var all = List.of(
                new Change("password_policy", before.passwordPolicy().name(), wanted.passwordPolicy().name()),
                new Change("second_factor_required", "" + before.secondFactorRequired(), "" + wanted.secondFactorRequired()),
                new Change("session_idle_minutes", "" + before.idleMinutes(), "" + wanted.idleMinutes()),
                new Change("session_longest_days", "" + before.longestDays(), "" + wanted.longestDays()));
        return all.stream().filter(change -> !change.from().equals(change.to())).toList();
    }

    public static SignInRules rules(TenantRow tenant) {
        return new SignInRules(
                PasswordRule.Policy.valueOf(tenant.passwordPolicy),
                tenant.secondFactorRequired,
                tenant.sessionIdleMinutes,
                tenant.sessionLongestDays,
                tenant.signInRulesVersion);
    }

    private static void requireAdministrator(Caller caller) {
        if (!caller.may(Permission.TENANT_ADMINISTRATOR)) {
            throw new PlatformException(
                    Category.FORBIDDEN, "permission.missing", "Only administrators see and change the rules of sign-in.");
        }
    }
}

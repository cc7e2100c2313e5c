package io.fumikura.core.internal.tenant;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.account.TenantRules;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.tenant.Settings;
import io.fumikura.tenant.TenantSettings;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings, kept with the tenant. They share their version with the rules of sign-in, which may be changed alone. */
@Component
public final class StoredTenantSettings implements TenantSettings {

    private final Transactions transactions;

    @Activate
    public StoredTenantSettings(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Settings read(Caller caller, TenantId tenant) {
        requireAllowed(caller, tenant);
        return transactions.read(entities -> settings(known(entities.find(TenantRow.class, tenant.value()))));
    }

    @Override
    public Settings change(Caller caller, TenantId tenant, Settings wanted) {
        requireAllowed(caller, tenant);
        String pattern = TenantCheck.loginPattern(wanted.loginPattern());
        return transactions.required(entities -> {
            TenantRow row = known(entities.find(TenantRow.class, tenant.value(), LockModeType.PESSIMISTIC_WRITE));
            if (row.signInRulesVersion != wanted.signIn().version()) {
                throw new PlatformException(
                        Category.CHANGED, "tenant.settings-changed", "Somebody else changed the settings. Read them again.");
            }
            List<Change> changes = put(row, wanted, pattern);
            if (!changes.isEmpty()) {
                row.signInRulesVersion++;
                if (tenant.equals(caller.tenant()) && caller.may(Permission.TENANT_ADMINISTRATOR)) {
                    TenantHistory.ownChange(entities, caller, row.id, "settings-changed", changes);
                } else {
                    TenantHistory.byOperator(entities, caller, row.id, row.code, "settings-changed", changes, "");
                }
            }
            return settings(row);
        });
    }

    private static List<Change> put(TenantRow row, Settings wanted, String pattern) {
        var changes = new ArrayList<>(TenantRules.put(row, wanted.signIn()));
        changes.add(new Change("login_pattern", row.loginPattern, pattern));
        changes.add(new Change("own_name_change", "" + row.ownNameChange, "" + wanted.ownNameChange()));
        row.loginPattern = pattern;
        row.ownNameChange = wanted.ownNameChange();
        return TenantHistory.real(changes);
    }

    private static Settings settings(TenantRow row) {
        return new Settings(TenantRules.rules(row), row.code, row.loginPattern, row.ownNameChange);
    }

    private static TenantRow known(@Nullable TenantRow row) {
        if (row == null) {
            throw unknown();
        }
        return row;
    }

    private static void requireAllowed(Caller caller, TenantId tenant) {
        boolean own = tenant.equals(caller.tenant());
        if (!caller.may(Permission.OPERATOR) && !(own && caller.may(Permission.TENANT_ADMINISTRATOR))) {
            throw own
                    ? new PlatformException(Category.FORBIDDEN, "permission.missing", "Settings are for administrators.")
                    : unknown();
        }
    }

    private static PlatformException unknown() {
        return new PlatformException(Category.NOT_FOUND, "tenant.unknown", "There is no such company.");
    }
}

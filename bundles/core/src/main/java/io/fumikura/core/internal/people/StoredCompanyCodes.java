package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.people.CompanyCodes;
import java.util.Locale;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Codes of the companies in the database. */
@Component
public final class StoredCompanyCodes implements CompanyCodes {

    private final Transactions transactions;

    @Activate
    public StoredCompanyCodes(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public TenantId find(Caller caller, String code) {
        if (!caller.may(Permission.OPERATOR)) {
            throw Realm.missing("Companies are found by operators.");
        }
        return transactions.read(entities -> Sql.query(
                        entities,
                        "select id from tenant where lower(code) = ?",
                        row -> new TenantId(row.getObject(1, UUID.class)),
                        code.strip().toLowerCase(Locale.ROOT))
                .stream()
                .findFirst()
                .orElseThrow(() -> new PlatformException(Category.NOT_FOUND, "tenant.unknown", "There is no company " + code + ".")));
    }
}

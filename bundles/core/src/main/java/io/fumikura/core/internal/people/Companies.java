package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.model.TenantRow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** The caller's company. */
final class Companies {

    private Companies() {}

    /** Locked, so that changes of its people wait for each other: only so circles, twins and companies without administrators are seen. */
    static TenantRow lock(EntityManager entities, Caller caller) {
        return known(entities.find(TenantRow.class, caller.tenant().value(), LockModeType.PESSIMISTIC_WRITE));
    }

    static TenantRow of(EntityManager entities, Caller caller) {
        return known(entities.find(TenantRow.class, caller.tenant().value()));
    }

    private static TenantRow known(TenantRow tenant) {
        if (tenant == null) {
            throw new PlatformException(Category.NOT_FOUND, "tenant.unknown", "There is no such company.");
        }
        return tenant;
    }
}

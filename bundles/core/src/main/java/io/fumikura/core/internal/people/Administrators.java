package io.fumikura.core.internal.people;

import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;

/** A company never loses its last administrator. To be asked under the tenant's lock, before the change. */
final class Administrators {

    private Administrators() {}

    /**
     * For a user who is about to lose the right, or the way in. Somebody who was only invited does not stand in for one who is active.
     *
     * @throws PlatformException {@code user.last-administrator}
     */
    static void requireAnother(EntityManager entities, UserRow user) {
        if (!user.mayEnter() || !user.permissions.contains(Permission.TENANT_ADMINISTRATOR.name())) {
            return;
        }
        String states = user.state.equals("ACTIVE") ? "('ACTIVE')" : "('ACTIVE', 'INVITED')";
        boolean another = Sql.query(
                        entities,
                        "select permissions from app_user where tenant_id = ? and id <> ? and state in " + states
                                + " and permissions like '%TENANT_ADMINISTRATOR%'",
                        row -> row.getString(1),
                        user.tenant,
                        user.id)
                .stream()
                .anyMatch(permissions -> permissions.lines().anyMatch("TENANT_ADMINISTRATOR"::equals));
        if (!another) {
            throw new PlatformException(
                    Category.CONFLICT,
                    "user.last-administrator",
                    "This is the company's last administrator. Make somebody else one first.");
        }
    }
}

package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What an administrator may manage.
 *
 * @param everywhere all groups and users of the tenant
 * @param groups the groups that may be managed, unless it is everywhere
 * @param grantable permissions that may be given and taken
 */
record Realm(boolean everywhere, Set<UUID> groups, Set<Permission> grantable) {

    /** Of those who administer nobody. */
    static final Realm NONE = new Realm(false, Set.of(), Set.of());

    private static final Set<Permission> BY_GROUP_ADMINISTRATORS = EnumSet.of(
            Permission.VIEWER, Permission.CLERK, Permission.APPROVER, Permission.SIGNER, Permission.GROUP_ADMINISTRATOR);
    private static final Set<Permission> BY_TENANT_ADMINISTRATORS = EnumSet.complementOf(EnumSet.of(Permission.OPERATOR));

    /** What the caller may manage at this moment; {@link #NONE} for most. */
    static Realm of(EntityManager entities, Caller caller) {
        if (caller.may(Permission.OPERATOR)) {
            return new Realm(true, Set.of(), EnumSet.allOf(Permission.class));
        }
        if (caller.may(Permission.TENANT_ADMINISTRATOR)) {
            return new Realm(true, Set.of(), BY_TENANT_ADMINISTRATORS);
        }
        return caller.may(Permission.GROUP_ADMINISTRATOR)
                ? new Realm(false, Membership.reach(entities, caller.user().value()), BY_GROUP_ADMINISTRATORS)
                : NONE;
    }

    /** @throws PlatformException {@code permission.missing} for those who administer nobody */
    static Realm required(EntityManager entities, Caller caller) {
        Realm realm = of(entities, caller);
        if (realm.grantable.isEmpty()) {
            throw missing("Users and groups are changed by administrators.");
        }
        return realm;
    }

    boolean manages(UUID group) {
        return everywhere || groups.contains(group);
    }

    /** Whether a user with these groups and permissions may be changed: all groups lie inside, and he may nothing that could not be granted. */
    boolean manages(Collection<UUID> userGroups, Set<Permission> permissions) {
        return grantable.containsAll(permissions) && (everywhere || !userGroups.isEmpty() && groups.containsAll(userGroups));
    }

    /** @throws PlatformException {@code permission.missing} */
    void requireGroup(UUID group) {
        if (!manages(group)) {
            throw missing("This group is not among those that you administer.");
        }
    }

    /** @throws PlatformException {@code permission.missing} */
    void requireEverywhere() {
        if (!everywhere) {
            throw missing("This needs an administrator of the whole company.");
        }
    }

    /** @throws PlatformException {@code permission.grant} when a permission is given or taken that the caller may not grant */
    void requireGrantable(Set<Permission> before, Set<Permission> after) {
        var changed = EnumSet.noneOf(Permission.class);
        changed.addAll(before);
        changed.addAll(after);
        changed.removeIf(permission -> before.contains(permission) && after.contains(permission) || grantable.contains(permission));
        if (!changed.isEmpty()) {
            throw new PlatformException(
                    Category.FORBIDDEN,
                    "permission.grant",
                    "You may not give or take " + changed + ".",
                    Map.of("permissions", changed.stream().map(Enum::name).toList()),
                    null);
        }
    }

    static PlatformException missing(String message) {
        return new PlatformException(Category.FORBIDDEN, "permission.missing", message);
    }
}

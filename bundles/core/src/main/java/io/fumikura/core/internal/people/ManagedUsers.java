package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.model.UserRow;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;

/** Which users an administrator may change, for other parts of core. */
public final class ManagedUsers {

    private ManagedUsers() {}

    /**
     * A user whom the caller may change; of any company for an operator.
     *
     * @throws PlatformException {@code permission.missing}, {@code user.unknown}
     */
    public static UserRow require(EntityManager entities, Caller caller, UserId id) {
        if (!caller.may(Permission.OPERATOR)) {
            return new Accounts(entities, caller).managed(id);
        }
        UserRow user = entities.find(UserRow.class, id.value());
        if (user == null) {
            throw new PlatformException(Category.NOT_FOUND, "user.unknown", "There is no such user.");
        }
        return user;
    }

    /** The groups that a group administrator administers: those that he is in, and all below them. */
    public static Set<UUID> groups(EntityManager entities, Caller caller) {
        return Realm.required(entities, caller).groups();
    }

    /** The permissions that the caller may give and take; who has others is not the caller's to change. */
    public static Set<Permission> grantable(EntityManager entities, Caller caller) {
        return Realm.required(entities, caller).grantable();
    }
}

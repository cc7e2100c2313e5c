package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.model.UserRow;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes callers of users. */
public final class Callers {

    private Callers() {}

    static Caller of(UserRow user, String requestId) {
        return new Caller(
                new TenantId(user.tenant), new UserId(user.id), user.name, permissions(user), language(user), requestId);
    }

    /** The caller with the permissions that he has by now; empty when he may not enter any more. */
    public static Optional<Caller> now(EntityManager entities, Caller caller) {
        return Optional.ofNullable(entities.find(UserRow.class, caller.user().value()))
                .filter(user -> Entrance.mayEnter(entities, user))
                .map(user -> of(user, caller.requestId()));
    }

    static Set<Permission> permissions(UserRow user) {
        return user.permissions.stream().map(Permission::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static Locale language(UserRow user) {
        return user.language.equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
    }
}

package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.model.UserRow;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes callers of users. */
final class Callers {

    private Callers() {}

    static Caller of(UserRow user, String requestId) {
        return new Caller(
                new TenantId(user.tenant), new UserId(user.id), user.name, permissions(user), language(user), requestId);
    }

    static Set<Permission> permissions(UserRow user) {
        return user.permissions.stream().map(Permission::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static Locale language(UserRow user) {
        return user.language.equals("en") ? Locale.ENGLISH : Locale.JAPANESE;
    }
}

package io.fumikura.account;

import java.util.Locale;
import java.util.Set;

/**
 * On whose behalf a service is called. Immutable, made anew for each request.
 *
 * @param tenant the only tenant whose data the call may touch
 * @param user who calls
 * @param name the user's name as shown to people
 * @param permissions what the user may do
 * @param language language of messages for this user: {@link Locale#JAPANESE} or {@link Locale#ENGLISH}
 * @param requestId identifies the request in logs
 * @param address network address of the client, for the history; empty when it is not known
 */
public record Caller(
        TenantId tenant,
        UserId user,
        String name,
        Set<Permission> permissions,
        Locale language,
        String requestId,
        String address) {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** Without an address. */
    public Caller(
            TenantId tenant, UserId user, String name, Set<Permission> permissions, Locale language, String requestId) {
        this(tenant, user, name, permissions, language, requestId, "");
    }

    /** The same caller at a network address. */
    public Caller at(String where) {
        return new Caller(tenant, user, name, permissions, language, requestId, where);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}

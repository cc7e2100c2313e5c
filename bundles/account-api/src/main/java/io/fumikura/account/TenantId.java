package io.fumikura.account;

import java.util.UUID;

/** Identity of a tenant, a company with its own data, plan and keys. Its name may change, this never does. */
public record TenantId(UUID value) {

    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    public static TenantId random() {
        return new TenantId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

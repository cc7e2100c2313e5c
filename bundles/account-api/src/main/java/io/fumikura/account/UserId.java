package io.fumikura.account;

import java.util.UUID;

/** Identity of a user, a person's account in a tenant. Names may change, this never does. */
public record UserId(UUID value) {

    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    public static UserId random() {
        return new UserId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.fumikura.core.internal.record;

import io.fumikura.account.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a change.
 *
 * @param user null for the platform itself
 */
public record Author(@Nullable UUID user, String name) {

    public static final Author PLATFORM = new Author(null, "Fumikura");

    public static Author of(Caller caller) {
        return new Author(caller.user().value(), caller.name());
    }
}

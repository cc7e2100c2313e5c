package io.fumikura.core.internal.history;

import io.fumikura.account.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a change.
 *
 * @param user null for the platform itself, and for those who are not signed in
 * @param name as shown to people
 * @param actsFor the user in whose place {@code user} acts; null for nobody
 * @param actsForName that user's name; empty for nobody
 * @param address network address of the client; empty when it is not known
 */
public record Author(@Nullable UUID user, String name, @Nullable UUID actsFor, String actsForName, String address) {

    public static final Author PLATFORM = new Author(null, "Fumikura");

    /** At the platform's console nobody has an account; the user is zeros then. */
    private static final UUID NOBODY = new UUID(0, 0);

    public Author(@Nullable UUID user, String name) {
        this(user, name, null, "", "");
    }

    public static Author of(Caller caller) {
        UUID user = caller.user().value();
        return new Author(user.equals(NOBODY) ? null : user, caller.name(), null, "", caller.address());
    }
}

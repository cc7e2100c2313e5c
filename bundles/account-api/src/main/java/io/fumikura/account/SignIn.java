package io.fumikura.account;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Passwords and browser sessions. Thread-safe. Sessions stand in the database, so they outlive a restart and are known to
 * every node.
 */
@ProviderType
public interface SignIn {

    /**
     * Starts a session.
     *
     * @param login user ID or mail address, case-insensitive
     * @param password as typed; checked with Argon2id. A wrong login costs the same time as a wrong password
     * @param keep stay signed in: 30 days instead of 12 hours
     * @param address network address of the client, counted for rate limits
     * @throws PlatformException {@code signin.refused} for a wrong login or password (not told apart),
     *     {@code signin.locked} after ten failures in a row (15 minutes), {@code signin.too-many} from one address
     */
    Session signIn(String login, String password, boolean keep, String address);

    /** The caller behind a session token; empty when it is unknown or over. Extends an idle session. */
    Optional<Caller> caller(String sessionToken, String requestId);

    /** Whether the CSRF token belongs to the session. Constant time. */
    boolean csrfMatches(String sessionToken, String csrfToken);

    /** The CSRF token of a live session, so that a reloaded page can go on. */
    Optional<String> csrfToken(String sessionToken);

    /** Ends the session. Unknown tokens are ignored. */
    void signOut(String sessionToken);
}

package io.fumikura.account;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Passwords and browser sessions. Thread-safe. Sessions stand in the database, so they outlive a restart and are known to
 * every node. The steps between the password and a full session are in {@link SignInSteps}.
 */
@ProviderType
public interface SignIn {

    /**
     * Starts a session.
     *
     * @param login user ID or mail address, case-insensitive
     * @param password as typed; checked with Argon2id. A wrong login costs the same time as a wrong password
     * @param keep stay signed in: as long as the company's rules allow at all, by default 30 days instead of 12 hours
     * @param client where the request comes from; its address is counted for rate limits
     * @throws PlatformException {@code signin.refused} for a wrong login or password (not told apart),
     *     {@code signin.locked} after ten failures in a row (15 minutes; from an address where the user has signed in during the last 30 days
     *     failures are counted apart, so that strangers can't lock anybody out), {@code signin.too-many} from one address,
     *     {@code signin.initial-expired} when the initial password is right, but too old
     */
    Session signIn(String login, String password, boolean keep, Client client);

    /** The caller behind the token of a full session; empty when it is unknown, over or limited. Extends an idle session. */
    Optional<Caller> caller(String sessionToken, String requestId);

    /** How far a session has come; empty when it is unknown or over. */
    Optional<SignInStage> stage(String sessionToken);

    /** Why a session is over; empty when it is unknown, or lives. Known for 30 days. */
    Optional<SessionEnd> end(String sessionToken);

    /** Whether the CSRF token belongs to the session. Constant time. */
    boolean csrfMatches(String sessionToken, String csrfToken);

    /** The CSRF token of a live session, so that a reloaded page can go on. */
    Optional<String> csrfToken(String sessionToken);

    /** Ends the session. Unknown tokens are ignored. */
    void signOut(String sessionToken);
}

package io.fumikura.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.UserId;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What happens to an account over time. Nobody locks or deletes himself ({@code user.self}) or the company's last administrator ({@code
 * user.last-administrator}). Thread-safe.
 */
@ProviderType
public interface UserStates {

    /** Shuts the account and ends its sessions; tokens stay but don't work. */
    UserAccount lock(Caller caller, UserId user);

    /** Opens the account again, also one that is locked after too many wrong passwords. */
    UserAccount unlock(Caller caller, UserId user);

    /** Ends all sessions of the user. */
    void endSessions(Caller caller, UserId user);

    /** Sends a new initial password to the user's mail address; the one before is good no longer, and all sessions end. */
    UserAccount issuePassword(Caller caller, UserId user);

    /** How many records the user is in charge of. */
    long records(Caller caller, UserId user);

    /**
     * Deletes the account: sessions and tokens end, and the records it is in charge of go to somebody else. Its history and its name in old
     * entries stay.
     *
     * @param heir who takes over the records; empty when there are none
     * @throws PlatformException {@code user.owns-records} when there are records but no heir; {@code user.heir} when the heir can't take over
     */
    UserAccount delete(Caller caller, UserId user, Optional<UserId> heir);

    /**
     * Brings a deleted user back under the same user ID, with a new initial password.
     *
     * @throws PlatformException {@code mail.taken} when somebody else has the mail address by now
     */
    UserAccount restore(Caller caller, UserId user);
}

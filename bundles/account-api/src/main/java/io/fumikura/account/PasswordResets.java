package io.fumikura.account;

import org.osgi.annotation.versioning.ProviderType;

/** A new password for whoever forgot it, by a link in a mail. Thread-safe. */
@ProviderType
public interface PasswordResets {

    /**
     * Sends a link, good once and for 30 minutes, if there is such a user. The answer, and the time that it takes, are the same when there is none:
     * the work is done afterwards.
     *
     * @param login user ID or mail address
     * @throws PlatformException {@code signin.too-many} after twenty requests from one address in 15 minutes
     */
    void request(String login, Client client);

    /**
     * Whose link it is; looking does not use it.
     *
     * @throws PlatformException {@code reset.unknown} for one that was used, is too old or never was
     */
    Reset look(String token);

    /**
     * Sets the new password and ends all sessions of the user, who then signs in with it and, if there is one, the second factor.
     *
     * @throws PlatformException {@code reset.unknown}; {@code password.weak} as {@link Users#changePassword}, which does not use the link
     */
    void use(String token, String wanted, Client client);

    /** What the page behind the link shows. */
    record Reset(String name, String loginId, PasswordRule passwordRule) {}
}

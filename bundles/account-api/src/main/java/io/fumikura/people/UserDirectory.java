package io.fumikura.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.UserId;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The accounts of a company, for its administrators. A group administrator sees the users of the own groups and below. Thread-safe. */
@ProviderType
public interface UserDirectory {

    /** @throws PlatformException {@code query.invalid}; {@code permission.missing} for those who administer nobody */
    UserPage list(Caller caller, UserQuery query);

    /** @throws PlatformException {@code user.unknown} */
    UserAccount show(Caller caller, UserId user);

    /** What to offer for the next user. */
    Registration next(Caller caller);

    /**
     * Registers a user, who gets two mails: one with the user ID, one with an initial password that ends after seven days and must be changed.
     *
     * @param loginId by the company's pattern; empty for the next free one
     * @throws PlatformException {@code user.login-id} when it does not follow the pattern; {@code user.login-taken}, also by a deleted user;
     *     {@code user.name}; {@code mail.address}; {@code mail.taken}; {@code user.groups}; {@code group.unknown}; {@code permission.grant} for a
     *     permission that the caller may not give
     */
    UserAccount create(Caller caller, Optional<String> loginId, UserForm form);

    /**
     * Changes a user. What an administrator takes away ends at once, also in running sessions.
     *
     * @param version of the user as it was read
     * @throws PlatformException as {@link #create}; {@code user.changed} when it was changed meanwhile; {@code user.last-administrator}; {@code
     *     user.deleted}
     */
    UserAccount change(Caller caller, UserId user, long version, UserForm form);
}

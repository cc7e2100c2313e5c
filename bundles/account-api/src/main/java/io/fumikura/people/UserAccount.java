package io.fumikura.people;

import io.fumikura.account.Permission;
import io.fumikura.account.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A user as administrators see him.
 *
 * @param loginId typed at sign-in; never changes and is never given to anybody else
 * @param subMails further addresses that get the same notices
 * @param groups the first is the main one
 * @param lockedUntil after too many wrong passwords; in the future
 * @param initialExpires until when the initial password is good; empty when it was changed
 * @param version for changes; grows with each change but not with sign-ins
 * @param managed whether the caller may change this user
 */
public record UserAccount(
        UserId id,
        String loginId,
        String name,
        String mail,
        List<String> subMails,
        List<Place> groups,
        Set<Permission> permissions,
        Locale language,
        UserState state,
        Optional<Instant> lockedUntil,
        Optional<Instant> initialExpires,
        Optional<Instant> lastSignIn,
        Instant created,
        long version,
        boolean managed) {

    public UserAccount {
        subMails = List.copyOf(subMails);
        groups = List.copyOf(groups);
        permissions = Set.copyOf(permissions);
    }

    /** A group of the user, with the names from the top down to it. */
    public record Place(GroupId group, List<String> path) {

        public Place {
            path = List.copyOf(path);
        }
    }
}

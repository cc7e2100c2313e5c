package io.fumikura.people;

import io.fumikura.account.Permission;
import java.util.Optional;

/**
 * Which users are wanted.
 *
 * @param text part of user ID, name or mail address in any case and width; empty for all
 * @param state empty for all but deleted ones
 * @param group users in it or anywhere below it
 * @param cursor where the page before ended
 * @param limit 1 to 200
 */
public record UserQuery(
        String text,
        Optional<UserState> state,
        Optional<Permission> permission,
        Optional<GroupId> group,
        Optional<String> cursor,
        int limit) {

    public static final UserQuery ALL =
            new UserQuery("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 200);
}

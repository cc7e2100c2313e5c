package io.fumikura.people;

import io.fumikura.account.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an administrator writes about a user.
 *
 * @param name 1 to 100 characters
 * @param mail unique over the whole platform, because one may sign in with it
 * @param subMails at most 10
 * @param groups at most 50; the first is the main one. A group administrator gives at least one
 */
public record UserForm(
        String name,
        String mail,
        List<String> subMails,
        List<GroupId> groups,
        Set<Permission> permissions,
        Locale language) {

    public UserForm {
        subMails = List.copyOf(subMails);
        groups = List.copyOf(groups);
        permissions = Set.copyOf(permissions);
    }
}

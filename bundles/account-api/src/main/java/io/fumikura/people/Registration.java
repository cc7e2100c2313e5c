package io.fumikura.people;

import io.fumikura.account.Permission;
import java.util.Set;

/**
 * What an administrator is offered for a new user.
 *
 * @param loginId the next free one by the company's pattern
 * @param form of user IDs in words of the pattern, e.g. {@code A15336##}
 * @param grantable permissions that the caller may give and take
 * @param everywhere whether the caller may put users into any group, or none
 */
public record Registration(String loginId, String form, Set<Permission> grantable, boolean everywhere) {

    public Registration {
        grantable = Set.copyOf(grantable);
    }
}

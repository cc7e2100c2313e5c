package io.fumikura.people;

import java.util.List;
import java.util.Optional;

/**
 * A page of users, by user ID.
 *
 * @param total of all pages
 * @param next for the page behind this one; empty for the last
 */
public record UserPage(List<UserAccount> users, long total, Optional<String> next) {

    public UserPage {
        users = List.copyOf(users);
    }
}

package io.fumikura.people;

import java.util.List;
import java.util.Optional;

/**
 * A group of users in the tree of a company.
 *
 * @param parent empty for a group at the top
 * @param path names from the top down to this group
 * @param members users directly in it, without deleted ones
 * @param version for changes; grows with each
 * @param managed whether the caller may change it, and put users into it
 */
public record Group(
        GroupId id, Optional<GroupId> parent, String name, List<String> path, int members, long version, boolean managed) {

    public Group {
        path = List.copyOf(path);
    }
}

package io.fumikura.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tree of a company's groups, at most ten levels deep. Everybody of the company sees it; administrators change it. Changes of one tree wait for
 * each other, so parallel moves can't make a circle. Thread-safe.
 */
@ProviderType
public interface Groups {

    /**
     * Groups whose name contains a text, in any case and width, parents before children, siblings by name.
     *
     * @param part empty for all groups
     */
    List<Group> list(Caller caller, String part);

    /**
     * Makes a group.
     *
     * @param parent empty for the top, which is for tenant administrators
     * @throws PlatformException {@code group.name} for a name that has not 1 to 100 characters or holds a slash; {@code group.name-taken} when a
     *     sibling is called so; {@code group.depth}; {@code group.unknown}; {@code group.too-many}
     */
    Group create(Caller caller, Optional<GroupId> parent, String name);

    /**
     * Gives a group another name.
     *
     * @param version of the group as it was read
     * @throws PlatformException as {@link #create}; {@code group.changed} when it was changed meanwhile
     */
    Group rename(Caller caller, GroupId group, long version, String name);

    /**
     * Moves a group with all below it.
     *
     * @param parent empty for the top
     * @throws PlatformException as {@link #rename}; {@code group.circular} when the parent is the group itself or below it
     */
    Group move(Caller caller, GroupId group, long version, Optional<GroupId> parent);

    /**
     * Deletes a group.
     *
     * @param heir where its users, its records and the groups below it go; empty when there are none
     * @throws PlatformException {@code group.not-empty} when it has any and there is no heir; {@code group.circular} when the heir is the group itself or below it
     */
    void delete(Caller caller, GroupId group, Optional<GroupId> heir);
}

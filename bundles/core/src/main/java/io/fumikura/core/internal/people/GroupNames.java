package io.fumikura.core.internal.people;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What groups are called. */
public final class GroupNames {

    private GroupNames() {}

    /** The names from the top down to each of the groups that exist in the tenant, joined by slashes. */
    public static Map<UUID, String> paths(EntityManager entities, UUID tenant, Collection<UUID> groups) {
        var paths = new HashMap<UUID, String>();
        if (!groups.isEmpty()) {
            Tree tree = Tree.of(entities, tenant);
            groups.stream().filter(tree::has).forEach(group -> paths.put(group, String.join("/", tree.names(group))));
        }
        return paths;
    }
}

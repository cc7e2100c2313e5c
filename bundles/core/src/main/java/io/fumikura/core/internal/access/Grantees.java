package io.fumikura.core.internal.access;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.people.GroupNames;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.AccessRights;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.AccessRights.Grantee;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The groups and users of one company, to whom something may be granted. */
final class Grantees {

    private static final int MOST = 100;

    private final EntityManager entities;
    private final UUID tenant;

    Grantees(EntityManager entities, UUID tenant) {
        this.entities = entities;
        this.tenant = tenant;
    }

    /** What those of the ids are called that are groups (with the groups above them) or users of the company, also deleted ones. */
    Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<>(GroupNames.paths(entities, tenant, ids));
        names.putAll(users(ids, "1 = 1"));
        return names;
    }

    private Map<UUID, String> users(Collection<UUID> ids, String condition) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var names = new HashMap<UUID, String>();
        var parameters = new java.util.ArrayList<Object>(List.of(tenant));
        parameters.addAll(ids);
        Sql.query(
                entities,
                "select id, name from app_user where tenant_id = ? and " + condition + " and id in ("
                        + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")",
                row -> names.put(row.getObject(1, UUID.class), row.getString(2)),
                parameters.toArray());
        return names;
    }

    /** @throws PlatformException {@code access.invalid} */
    void check(AccessRights rights) {
        List<Grant> grants = rights.grants();
        require(grants.size() <= MOST, "Not more than 100 groups and users can be named.");
        require(
                grants.stream().noneMatch(grant -> grant.level() == AccessLevel.NONE),
                "Whoever is to have no access is left out.");
        List<UUID> groups = ids(grants, Grantee.GROUP);
        List<UUID> users = ids(grants, Grantee.USER);
        require(
                GroupNames.paths(entities, tenant, groups).keySet().equals(once(groups))
                        && users(users, "state <> 'DELETED'").keySet().equals(once(users)),
                "There is no such group or user in your company.");
    }

    private static List<UUID> ids(List<Grant> grants, Grantee kind) {
        return grants.stream().filter(grant -> grant.kind() == kind).map(Grant::id).toList();
    }

    private static Set<UUID> once(List<UUID> ids) {
        var once = new HashSet<>(ids);
        require(once.size() == ids.size(), "A group or user is named twice.");
        return once;
    }

    static void require(boolean good, String message) {
        if (!good) {
            throw new PlatformException(Category.INVALID, "access.invalid", message, Map.of("reason", message), null);
        }
    }
}

package io.fumikura.core.internal.access;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.people.GroupNames;
import io.fumikura.core.internal.people.Holds;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.AccessRights;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.AccessRights.Grantee;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The groups and users of one company, to whom something may be granted. */
final class Grantees {

    private static final int MOST = 100;
    private static final int PORTION = 1000;

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
        var parameters = new ArrayList<Object>(List.of(tenant));
        parameters.addAll(ids);
        Sql.query(
                entities,
                "select id, name from app_user where tenant_id = ? and " + condition + " and id in ("
                        + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")",
                row -> names.put(row.getObject(1, UUID.class), row.getString(2)),
                parameters.toArray());
        return names;
    }

    /**
     * Looks rights through. Whom they name is not deleted before the end of the transaction.
     *
     * @throws PlatformException {@code access.invalid}; {@code access.grantee-unknown} naming those who are not there
     */
    void check(Collection<AccessRights> rights) {
        rights.forEach(Grantees::checkForm);
        List<Grant> grants = rights.stream().flatMap(one -> one.grants().stream()).toList();
        Set<UUID> wanted = ids(grants, Grantee.GROUP);
        Set<UUID> missing = new TreeSet<>(wanted);
        missing.removeAll(held(wanted, Holds::groups));
        wanted = ids(grants, Grantee.USER);
        Set<UUID> missingUsers = new TreeSet<>(wanted);
        missingUsers.removeAll(held(wanted, Holds::users));
        missing.addAll(missingUsers);
        if (!missing.isEmpty()) {
            throw unknown(missing);
        }
    }

    @FunctionalInterface
    private interface Hold {
        Set<UUID> of(EntityManager entities, UUID tenant, Collection<UUID> ids);
    }

    private Set<UUID> held(Set<UUID> ids, Hold hold) {
        List<UUID> ordered = new ArrayList<>(new TreeSet<>(ids));
        var held = new HashSet<UUID>();
        for (int from = 0; from < ordered.size(); from += PORTION) {
            held.addAll(hold.of(entities, tenant, ordered.subList(from, Math.min(ordered.size(), from + PORTION))));
        }
        return held;
    }

    private static void checkForm(AccessRights rights) {
        List<Grant> grants = rights.grants();
        require(grants.size() <= MOST, "Not more than 100 groups and users can be named.");
        require(
                grants.stream().noneMatch(grant -> grant.level() == AccessLevel.NONE),
                "Whoever is to have no access is left out.");
        require(
                grants.stream().map(Grant::id).distinct().count() == grants.size(), "A group or user is named twice.");
    }

    private static Set<UUID> ids(List<Grant> grants, Grantee kind) {
        return grants.stream().filter(grant -> grant.kind() == kind).map(Grant::id).collect(Collectors.toSet());
    }

    private PlatformException unknown(Set<UUID> missing) {
        Map<UUID, String> known = users(missing, "1 = 1");
        String names = missing.stream().map(id -> known.getOrDefault(id, id.toString())).collect(Collectors.joining(", "));
        return new PlatformException(
                Category.INVALID,
                "access.grantee-unknown",
                "There is no such group or user in your company (any more): " + names,
                Map.of("names", names, "grantees", missing.stream().map(UUID::toString).toList()),
                null);
    }

    static void require(boolean good, String message) {
        if (!good) {
            throw new PlatformException(Category.INVALID, "access.invalid", message, Map.of("reason", message), null);
        }
    }
}

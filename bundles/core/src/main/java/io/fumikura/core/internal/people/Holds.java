package io.fumikura.core.internal.people;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps groups and users from being deleted until the present transaction ends, so that what refers to them is seen by their deletion. Whoever locks
 * records does that before, and then holds all that he needs at once.
 */
public final class Holds {

    private Holds() {}

    /**
     * Lets changes of the company's people be over first, and wait. Whatever refers to a company takes this lock on PostgreSQL by itself, late; who locks
     * something of its people takes it before, as those changes do. H2 knows no such lock.
     */
    public static void company(EntityManager entities, UUID tenant) {
        if (!Sql.isH2(entities)) {
            Sql.query(entities, "select 1 from tenant where id = ? for key share", row -> 1, tenant);
        }
    }

    /** @return those of the groups that there are in the tenant */
    public static Set<UUID> groups(EntityManager entities, UUID tenant, Collection<UUID> groups) {
        return held(entities, "select id from user_group where tenant_id = ? and id in (%s)", " for key share", tenant, groups);
    }

    /** @return those of the users of the tenant that are not deleted */
    public static Set<UUID> users(EntityManager entities, UUID tenant, Collection<UUID> users) {
        return held(
                entities, "select id from app_user where tenant_id = ? and state <> 'DELETED' and id in (%s)", " for share", tenant, users);
    }

    /** The group that new records of a user belong to; empty for somebody without groups. */
    public static Optional<UUID> mainGroup(EntityManager entities, UUID tenant, UUID user) {
        Optional<UUID> main = Membership.groups(entities, user).stream().findFirst();
        while (main.isPresent() && groups(entities, tenant, List.of(main.get())).isEmpty()) {
            // Its deletion was first, and has put the user into another one.
            main = Membership.groups(entities, user).stream().findFirst();
        }
        return main;
    }

    private static Set<UUID> held(EntityManager entities, String select, String share, UUID tenant, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        company(entities, tenant);
        var parameters = new ArrayList<Object>(List.of(tenant));
        parameters.addAll(new HashSet<>(ids));
        String marks = String.join(", ", Collections.nCopies(parameters.size() - 1, "?"));
        String lock = Sql.isH2(entities) ? " for update" : share;
        return new HashSet<>(Sql.query(
                entities,
                String.format(select, marks) + " order by id" + lock,
                row -> row.getObject(1, UUID.class),
                parameters.toArray()));
    }
}

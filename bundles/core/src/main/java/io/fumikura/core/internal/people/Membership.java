package io.fumikura.core.internal.people;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which groups people belong to. Changes of entities must be flushed before. */
public final class Membership {

    private Membership() {}

    /** The groups that a user was put into; the first is the main one. */
    public static List<UUID> groups(EntityManager entities, UUID user) {
        return Sql.query(
                entities,
                "select group_id from user_group_member where user_id = ? order by place, group_id",
                row -> row.getObject(1, UUID.class),
                user);
    }

    /** The groups of a user and all groups below them. */
    public static Set<UUID> reach(EntityManager entities, UUID user) {
        return new LinkedHashSet<>(Sql.query(
                entities,
                "select g.id from user_group g where exists (select 1 from user_group_member m join user_group own on own.id = m.group_id"
                        + " where m.user_id = ? and own.tenant_id = g.tenant_id and g.path like own.path || '%') order by g.path",
                row -> row.getObject(1, UUID.class),
                user));
    }

    /** The groups of a user, all groups above them and all below them. */
    public static Set<UUID> around(EntityManager entities, UUID user) {
        return new LinkedHashSet<>(Sql.query(
                entities,
                "select g.id from user_group g where exists (select 1 from user_group_member m join user_group own on own.id = m.group_id"
                        + " where m.user_id = ? and own.tenant_id = g.tenant_id"
                        + " and (g.path like own.path || '%' or own.path like g.path || '%')) order by g.path",
                row -> row.getObject(1, UUID.class),
                user));
    }

    /** A group of the tenant: {@code /} and the ids from the root down to the group itself, each with a {@code /} behind it. */
    public static Optional<String> path(EntityManager entities, UUID tenant, UUID group) {
        return Sql.query(
                        entities,
                        "select path from user_group where id = ? and tenant_id = ?",
                        row -> row.getString(1),
                        group,
                        tenant)
                .stream()
                .findFirst();
    }
}

package io.fumikura.core.internal.access;

import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.people.Holds;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.AccessRights;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.AccessRights.Grantee;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules of companies for the rights of new records. */
public final class AccessRules {

    private AccessRules() {}

    /** @param ledger null for all @param group null for all */
    record Stored(UUID id, @Nullable String ledger, @Nullable UUID group, AccessLevel everyone, AccessLevel owningGroup) {

        boolean fits(RecordRow record) {
            return (ledger == null || ledger.equals(record.ledger)) && (group == null || group.equals(record.group));
        }
    }

    /** Those that count before others first. */
    static List<Stored> of(EntityManager entities, UUID tenant) {
        return Sql.query(
                entities,
                "select id, ledger, group_id, everyone, owning_group from access_rule where tenant_id = ?"
                        + " order by case when group_id is null then 1 else 0 end, case when ledger is null then 1 else 0 end, ledger, id",
                row -> new Stored(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        AccessLevel.valueOf(row.getString(4)),
                        AccessLevel.valueOf(row.getString(5))),
                tenant);
    }

    /**
     * Gives a record its rights when it is new, and again when its ledger is decided, unless somebody has changed them meanwhile. As long as its
     * ledger could still open or close it, it stays closed.
     */
    public static void apply(EntityManager entities, RecordRow record) {
        if (!record.defaultAccess) {
            return;
        }
        AccessRights rights = rights(record, of(entities, record.tenant), rule -> Grants.of(Grants.rows(entities, rule)));
        record.everyone = rights.everyone();
        record.owningGroup = rights.owningGroup();
        Grants.replace(entities, record.id, present(entities, record.tenant, rights.grants()));
    }

    /**
     * The rights of a record by rules; closed as long as its ledger could still open or close it.
     *
     * @param grants those of a rule
     */
    static AccessRights rights(RecordRow record, List<Stored> rules, Function<UUID, List<Grant>> grants) {
        if (record.ledger == null && rules.stream().anyMatch(rule -> Objects.nonNull(rule.ledger()))) {
            return AccessRights.CLOSED;
        }
        return rules.stream()
                .filter(rule -> rule.fits(record))
                .findFirst()
                .map(rule -> new AccessRights(rule.everyone(), rule.owningGroup(), grants.apply(rule.id())))
                .orElse(AccessRights.OPEN);
    }

    /** Without those for groups that are just being deleted. */
    static List<Grant> present(EntityManager entities, UUID tenant, List<Grant> grants) {
        Set<UUID> groups = Holds.groups(
                entities, tenant, grants.stream().filter(grant -> grant.kind() == Grantee.GROUP).map(Grant::id).toList());
        return grants.stream()
                .filter(grant -> grant.kind() == Grantee.USER || groups.contains(grant.id()))
                .toList();
    }
}

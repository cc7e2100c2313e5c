package io.fumikura.core.internal.access;

import io.fumikura.core.internal.model.GrantRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.document.AccessRights.Grant;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What groups and users are granted on records, and by rules for new records. */
public final class Grants {

    private Grants() {}

    static List<GrantRow> rows(EntityManager entities, UUID holder) {
        return rows(entities, List.of(holder)).getOrDefault(holder, List.of());
    }

    /** The grants of each holder that has any. */
    public static Map<UUID, List<GrantRow>> rows(EntityManager entities, Collection<UUID> holders) {
        return holders.isEmpty()
                ? Map.of()
                : entities.createQuery("select g from GrantRow g where g.holder in :holders order by g.kind, g.id", GrantRow.class)
                        .setParameter("holders", holders)
                        .setHint("eclipselink.read-only", "true")
                        .getResultStream()
                        .collect(Collectors.groupingBy(grant -> grant.holder));
    }

    static List<Grant> of(List<GrantRow> rows) {
        return rows.stream().map(row -> new Grant(row.kind, row.grantee, row.level)).toList();
    }

    static void replace(EntityManager entities, UUID holder, List<Grant> grants) {
        Sql.update(entities, "delete from access_grant where holder_id = ?", holder);
        for (Grant grant : grants) {
            Sql.update(
                    entities,
                    "insert into access_grant (id, holder_id, kind, grantee_id, access_level) values (?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    holder,
                    grant.kind().name(),
                    grant.id(),
                    grant.level().name());
        }
    }
}

package io.fumikura.core.internal.access;

import io.fumikura.core.internal.model.GrantRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.AccessRights.Grantee;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What groups and users are granted on records, and by rules for new records. */
public final class Grants {

    private static final int PORTION = 1000;

    private Grants() {}

    static List<GrantRow> rows(EntityManager entities, UUID holder) {
        return rows(entities, List.of(holder)).getOrDefault(holder, List.of());
    }

    /** The grants of each holder that has any, also those that the present transaction has written. */
    public static Map<UUID, List<GrantRow>> rows(EntityManager entities, Collection<UUID> holders) {
        List<UUID> all = new ArrayList<>(new LinkedHashSet<>(holders));
        var rows = new ArrayList<GrantRow>();
        for (int from = 0; from < all.size(); from += PORTION) {
            List<UUID> some = all.subList(from, Math.min(all.size(), from + PORTION));
            rows.addAll(Sql.query(
                    entities,
                    "select id, holder_id, kind, grantee_id, access_level from access_grant where holder_id in ("
                            + String.join(", ", Collections.nCopies(some.size(), "?")) + ") order by kind, id",
                    Grants::row,
                    some.toArray()));
        }
        return rows.stream().collect(Collectors.groupingBy(grant -> grant.holder));
    }

    private static GrantRow row(ResultSet found) throws SQLException {
        var row = new GrantRow();
        row.id = found.getObject(1, UUID.class);
        row.holder = found.getObject(2, UUID.class);
        row.kind = Grantee.valueOf(found.getString(3));
        row.grantee = found.getObject(4, UUID.class);
        row.level = AccessLevel.valueOf(found.getString(5));
        return row;
    }

    static List<Grant> of(List<GrantRow> rows) {
        return rows.stream().map(row -> new Grant(row.kind, row.grantee, row.level)).toList();
    }

    static void replace(EntityManager entities, UUID holder, List<Grant> grants) {
        Sql.update(entities, "delete from access_grant where holder_id = ?", holder);
        add(entities, Map.of(holder, grants));
    }

    /** The grants of each holder. */
    static void add(EntityManager entities, Map<UUID, List<Grant>> grants) {
        var rows = new ArrayList<List<Object>>();
        grants.forEach((holder, own) -> own.forEach(grant -> rows.add(List.of(
                UUID.randomUUID(), holder, grant.kind().name(), grant.id(), grant.level().name()))));
        Sql.batch(
                entities, "insert into access_grant (id, holder_id, kind, grantee_id, access_level) values (?, ?, ?, ?, ?)", rows);
    }
}

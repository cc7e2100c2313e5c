package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people call the subjects of entries now. */
final class SubjectNames {

    /** Type of subject, with the table and column of its name. */
    private static final Map<String, String> QUERIES = Map.of(
            "record", "select id, file_name from record where id in (",
            "user", "select id, name from app_user where id in (",
            "tenant", "select id, name from tenant where id in (");

    private SubjectNames() {}

    static Map<UUID, String> of(EntityManager entities, Collection<HistoryEntry> entries) {
        var names = new HashMap<UUID, String>();
        QUERIES.forEach((type, query) -> {
            List<UUID> wanted = entries.stream()
                    .map(HistoryEntry::subject)
                    .filter(subject -> subject.type().equals(type))
                    .map(Subject::id)
                    .distinct()
                    .toList();
            if (!wanted.isEmpty()) {
                Sql.query(
                        entities,
                        query + "?" + ", ?".repeat(wanted.size() - 1) + ")",
                        row -> names.put(row.getObject(1, UUID.class), row.getString(2)),
                        wanted.toArray());
            }
        });
        return names;
    }
}

package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The records' history from before the tree existed: a tenant's goes to the beginning of its log, with its own times. */
final class EarlierHistory {

    private EarlierHistory() {}

    private record Row(PendingEntries.Pending pending, Instant at) {}

    static void take(EntityManager entities, UUID tenant, BiConsumer<PendingEntries.Pending, Instant> writer) {
        List<Row> rows = Sql.query(
                entities, "select * from history_before where tenant_id = ? order by id", EarlierHistory::read, tenant);
        if (!rows.isEmpty()) {
            rows.forEach(row -> writer.accept(row.pending(), row.at()));
            Sql.update(entities, "delete from history_before where tenant_id = ?", tenant);
        }
    }

    /** Tenants whose history has still to be taken over. */
    static List<UUID> tenants(EntityManager entities) {
        return Sql.query(entities, "select distinct tenant_id from history_before", row -> row.getObject(1, UUID.class));
    }

    private static Row read(ResultSet row) throws SQLException {
        var change = new Change(row.getString("field"), row.getString("old_value"), row.getString("new_value"));
        boolean empty = change.field().isEmpty() && change.from().isEmpty() && change.to().isEmpty();
        var event = new HistoryEvent(
                row.getObject("tenant_id", UUID.class),
                new Subject("record", row.getObject("record_id", UUID.class)),
                new Author(row.getObject("by_user", UUID.class), row.getString("by_name")),
                History.RECORD + row.getString("action"),
                empty ? List.of() : List.of(change),
                "");
        return new Row(new PendingEntries.Pending(event, row.getLong("revision")), Sql.instant(row, "happened_at"));
    }
}

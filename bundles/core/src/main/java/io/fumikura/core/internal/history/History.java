package io.fumikura.core.internal.history;

import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.record.Author;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes and reads history entries; nothing changes or removes one. */
public final class History {

    private static final int LONGEST = 250_000;

    private History() {}

    /** Appends an entry in the present transaction; the record must be in the database already. */
    public static void append(
            EntityManager entities, RecordRow record, Author by, String action, String field, String from, String to) {
        Sql.update(
                entities,
                "insert into history (tenant_id, record_id, revision, happened_at, by_user, by_name, action, field, old_value, new_value)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                record.tenant,
                record.id,
                record.revision,
                Instant.now(),
                by.user(),
                by.name(),
                action,
                field,
                cut(from),
                cut(to));
    }

    /** All entries of a record, newest first. */
    public static List<HistoryEntry> of(EntityManager entities, UUID record) {
        return Sql.query(
                entities, "select * from history where record_id = ? order by id desc", History::entry, record);
    }

    /** The entries of changes after a revision, newest first. */
    public static List<HistoryEntry> since(EntityManager entities, UUID record, long revision) {
        return Sql.query(
                entities,
                "select * from history where record_id = ? and revision > ? order by id desc",
                History::entry,
                record,
                revision);
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                row.getLong("revision"),
                Sql.instant(row, "happened_at"),
                row.getString("by_name"),
                row.getString("action"),
                row.getString("field"),
                row.getString("old_value"),
                row.getString("new_value"));
    }

    private static String cut(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }
}

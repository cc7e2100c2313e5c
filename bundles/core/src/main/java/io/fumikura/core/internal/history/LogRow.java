package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as its row stands in the database, with nothing believed. */
record LogRow(
        long sequence,
        byte[] body,
        byte[] leaf,
        byte[] mac,
        Instant at,
        @Nullable UUID user,
        String action,
        String subjectType,
        UUID subjectId,
        long revision) {

    /** Some rows with the bytes of their texts. */
    record Block(List<LogRow> rows, Map<Long, byte[]> values) {

        byte[] values(LogRow row) {
            return values.getOrDefault(row.sequence(), new byte[0]);
        }
    }

    /** The next rows of a log. H2 takes the order from the index only when it names all of its columns; it would sort the whole log otherwise. */
    static Block read(EntityManager entities, UUID log, long from, long before, int most) {
        List<LogRow> rows = Sql.query(
                entities,
                "select sequence, body, leaf, mac, happened_at, by_user, action, subject_type, subject_id, revision from history_entry"
                        + " where log_id = ? and sequence >= ? and sequence < ? order by log_id, sequence limit " + most,
                LogRow::row,
                log,
                from,
                before);
        return rows.isEmpty()
                ? new Block(rows, Map.of())
                : new Block(rows, values(entities, log, rows.get(0).sequence(), rows.get(rows.size() - 1).sequence()));
    }

    private static LogRow row(ResultSet row) throws SQLException {
        return new LogRow(
                row.getLong(1),
                row.getBytes(2),
                row.getBytes(3),
                row.getBytes(4),
                Sql.instant(row, "happened_at"),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getString(8),
                row.getObject(9, UUID.class),
                row.getLong(10));
    }

    private static Map<Long, byte[]> values(EntityManager entities, UUID log, long first, long last) {
        var found = new HashMap<Long, byte[]>();
        Sql.query(
                entities,
                "select sequence, content from history_value where log_id = ? and sequence >= ? and sequence <= ? order by log_id, sequence, part",
                row -> found.merge(row.getLong(1), row.getBytes(2), LogRow::join),
                log,
                first,
                last);
        return found;
    }

    private static byte[] join(byte[] first, byte[] second) {
        var joined = new ByteArrayOutputStream(first.length + second.length);
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}

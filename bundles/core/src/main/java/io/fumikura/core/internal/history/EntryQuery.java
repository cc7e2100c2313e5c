package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads entries back: what is shown comes out of the bodies, which the tree holds. */
final class EntryQuery {

    private static final int AT_ONCE = 500;

    private EntryQuery() {}

    private record Row(UUID log, long sequence, byte[] body) {}

    /** @param where condition and order over the columns of history_entry, with parameters */
    static List<HistoryEntry> query(EntityManager entities, String where, @Nullable Object... parameters) {
        List<Row> rows = Sql.query(
                entities, "select log_id, sequence, body from history_entry where " + where, EntryQuery::row, parameters);
        var entries = new ArrayList<HistoryEntry>();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<Row> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            Map<Long, byte[]> values = values(entities, some);
            some.forEach(row -> entries.add(entry(row, values)));
        }
        return entries;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject(1, UUID.class), row.getLong(2), row.getBytes(3));
    }

    /** By sequence; the rows are all of one log. */
    private static Map<Long, byte[]> values(EntityManager entities, List<Row> rows) {
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(rows.get(0).log());
        rows.forEach(row -> parameters.add(row.sequence()));
        var found = new HashMap<Long, ByteArrayOutputStream>();
        Sql.query(
                entities,
                "select sequence, content from history_value where log_id = ? and sequence in (?" + ", ?".repeat(rows.size() - 1)
                        + ") order by log_id, sequence, part",
                row -> {
                    found.computeIfAbsent(row.getLong(1), sequence -> new ByteArrayOutputStream()).writeBytes(row.getBytes(2));
                    return true;
                },
                parameters.toArray());
        var values = new HashMap<Long, byte[]>();
        found.forEach((sequence, bytes) -> values.put(sequence, bytes.toByteArray()));
        return values;
    }

    /** What can't be read any more does not hide the others; the verification tells about it. */
    private static HistoryEntry entry(Row row, Map<Long, byte[]> values) {
        EntryBody body;
        try {
            body = EntryBody.decode(row.body());
        } catch (IllegalArgumentException e) {
            return new HistoryEntry(
                    row.sequence(),
                    0,
                    Instant.EPOCH,
                    new Author(null, ""),
                    "history.damaged",
                    new Subject("history", row.log()),
                    List.of(),
                    "");
        }
        Openings texts = texts(body, values.getOrDefault(row.sequence(), new byte[0]));
        var changes = new ArrayList<Change>();
        for (int i = 0; i < body.fields().size(); i++) {
            int slot = EntryBody.FIXED + 2 * i;
            changes.add(new Change(body.fields().get(i), texts.text(slot), texts.text(slot + 1)));
        }
        return new HistoryEntry(
                body.sequence(),
                body.revision(),
                body.at(),
                new Author(body.user(), texts.text(0), body.actsFor(), texts.text(1), texts.text(2)),
                body.action(),
                body.subject(),
                changes,
                texts.text(3));
    }

    private static Openings texts(EntryBody body, byte[] values) {
        try {
            return Openings.decode(values, body.slots());
        } catch (IllegalArgumentException e) {
            return Openings.of(body.slots().stream().map(slot -> "").toList());
        }
    }
}

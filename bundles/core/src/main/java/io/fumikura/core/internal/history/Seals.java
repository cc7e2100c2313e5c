package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Seals in the database. */
final class Seals {

    private Seals() {}

    /** A seal as it stands in its row. */
    record Stored(long number, Instant at, StoredSeal seal) {}

    private record Row(long number, Instant at, byte[] statement, byte[] token, String authority) {}

    static void insert(EntityManager entities, StoredSeal seal) {
        SealStatement statement = SealStatement.decode(seal.statement());
        Sql.update(
                entities,
                "insert into history_seal (number, sealed_at, statement, token, authority) values (?, ?, ?, ?, ?)",
                statement.number(),
                statement.at(),
                seal.statement(),
                seal.token(),
                seal.authority());
        for (int place = 0; place < seal.heads().size(); place++) {
            SealedHead head = seal.heads().get(place);
            Sql.update(
                    entities,
                    "insert into history_sealed_head (seal_number, place, log_id, entries, root) values (?, ?, ?, ?, ?)",
                    statement.number(),
                    place,
                    head.log(),
                    head.entries(),
                    head.root());
        }
    }

    static Optional<Stored> last(EntityManager entities) {
        return rows(entities, "order by number desc limit 1").stream().findFirst().map(row -> stored(entities, row));
    }

    /** In the order of their numbers, from one on. */
    static List<Stored> from(EntityManager entities, long number) {
        return rows(entities, "where number >= ? order by number", number).stream()
                .map(row -> stored(entities, row))
                .toList();
    }

    /** Those that cover a log, newest first. */
    static List<Stored> of(EntityManager entities, UUID log, int most) {
        return rows(
                        entities,
                        "where number in (select seal_number from history_sealed_head where log_id = ?) order by number desc limit " + most,
                        log)
                .stream()
                .map(row -> stored(entities, row))
                .toList();
    }

    private static List<Row> rows(EntityManager entities, String where, Object... parameters) {
        return Sql.query(
                entities,
                "select number, sealed_at, statement, token, authority from history_seal " + where,
                Seals::row,
                parameters);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong(1), Sql.instant(row, "sealed_at"), row.getBytes(3), row.getBytes(4), row.getString(5));
    }

    private static Stored stored(EntityManager entities, Row row) {
        var heads = new ArrayList<SealedHead>(Sql.query(
                entities,
                "select log_id, entries, root from history_sealed_head where seal_number = ? order by place",
                head -> new SealedHead(head.getObject(1, UUID.class), head.getLong(2), head.getBytes(3)),
                row.number()));
        return new Stored(row.number(), row.at(), new StoredSeal(row.statement(), row.token(), row.authority(), heads));
    }
}

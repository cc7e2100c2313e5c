package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The end of a log as it stands in the database.
 *
 * @param last the latest time of any entry
 */
record Head(UUID log, Frontier frontier, Instant last, byte[] keyId, byte[] mac) {

    private static final String SELECT = "select log_id, entries, frontier, last_at, key_id, mac from history_head";

    static Optional<Head> find(EntityManager entities, UUID log) {
        return Sql.query(entities, SELECT + " where log_id = ?", Head::read, log).stream().findFirst();
    }

    /** Locked until the end of the transaction. */
    static Optional<Head> lock(EntityManager entities, UUID log) {
        return Sql.query(entities, SELECT + " where log_id = ? for update", Head::read, log).stream().findFirst();
    }

    static List<Head> all(EntityManager entities) {
        return Sql.query(entities, SELECT + " order by log_id", Head::read);
    }

    private static Head read(ResultSet row) throws SQLException {
        return new Head(
                row.getObject(1, UUID.class),
                new Frontier(row.getLong(2), row.getBytes(3)),
                Sql.instant(row, "last_at"),
                row.getBytes(5),
                row.getBytes(6));
    }

    boolean isOfKey(MacKey key) {
        return Arrays.equals(keyId, key.id());
    }

    boolean isGenuine(MacKey key) {
        return Arrays.equals(mac, key.head(log, frontier, last));
    }
}

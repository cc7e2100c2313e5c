package io.fumikura.core.internal.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL inside of the present transaction, for what has no entity. Changes of entities are not flushed before: call {@link
 * EntityManager#flush()} where a statement depends on them.
 */
public final class Sql {

    private Sql() {}

    @FunctionalInterface
    public interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** @return number of rows changed */
    public static int update(EntityManager entities, String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(entities, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e.getMessage(), e);
        }
    }

    public static <T> List<T> query(
            EntityManager entities, String sql, Mapper<T> mapper, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepare(entities, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException(e.getMessage(), e);
        }
    }

    /** Runs an {@code insert … values (…)} unless a row with its unique key exists; waits for one that is just being inserted. */
    public static void insertIfAbsent(EntityManager entities, String sql, @Nullable Object... parameters) {
        try {
            if (isH2(entities)) {
                insertIgnoringDuplicate(entities, sql, parameters);
            } else {
                update(entities, sql + " on conflict do nothing", parameters);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e.getMessage(), e);
        }
    }

    /** Runs one statement for each list of parameters, sent together. */
    public static void batch(EntityManager entities, String sql, List<? extends List<? extends @Nullable Object>> parameters) {
        if (parameters.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection(entities).prepareStatement(sql)) {
            for (List<? extends @Nullable Object> one : parameters) {
                set(statement, one.toArray());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new PersistenceException(e.getMessage(), e);
        }
    }

    /** Whether the database is H2, where its SQL differs from PostgreSQL's. */
    public static boolean isH2(EntityManager entities) {
        try {
            return connection(entities).getMetaData().getDatabaseProductName().equals("H2");
        } catch (SQLException e) {
            throw new PersistenceException(e.getMessage(), e);
        }
    }

    /** H2 fails the statement only, not the transaction. */
    private static void insertIgnoringDuplicate(EntityManager entities, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(entities, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            if (!"23505".equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /** The instant of a column of type {@code timestamp with time zone}. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static PreparedStatement prepare(EntityManager entities, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection(entities).prepareStatement(sql);
        set(statement, parameters);
        return statement;
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }

    private static Connection connection(EntityManager entities) {
        return entities.unwrap(Connection.class);
    }
}

package io.fumikura.core.internal.persistence;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database, opened when it is first asked for; when that fails, again every few seconds. Thread-safe. */
final class OpenDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final DatabaseConfig config;
    private final DataSourceFactory driver;
    private volatile @Nullable Database database;
    private @Nullable RuntimeException trouble;
    private long troubleAt;
    private boolean closed;

    OpenDatabase(DatabaseConfig config, DataSourceFactory driver) {
        this.config = config;
        this.driver = driver;
    }

    /** @throws PlatformException {@code database.unavailable} */
    Database get() {
        Database open = database;
        return open != null ? open : open();
    }

    @Override
    public synchronized void close() {
        closed = true;
        Database open = database;
        database = null;
        if (open != null) {
            open.close();
        }
    }

    private synchronized Database open() {
        if (database != null) {
            return database;
        }
        if (closed) {
            throw unavailable("The database is being closed.", null);
        }
        if (trouble != null && System.nanoTime() - troubleAt < PAUSE_NANOS) {
            throw trouble;
        }
        try {
            Database opened = new Database(config, driver);
            database = opened;
            trouble = null;
            LOG.info("The database is open.");
            return opened;
        } catch (SQLException | RuntimeException e) {
            throw remember(e);
        }
    }

    /** Logs a trouble once, not at each try. */
    private RuntimeException remember(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = "The database can't be opened: " + root.getMessage()
                + " Correct etc/io.fumikura.core.database.cfg or start the database; it is tried again every few seconds.";
        if (trouble == null || !message.equals(trouble.getMessage())) {
            LOG.error(message);
            LOG.debug("Cause", e);
        }
        trouble = unavailable(message, e);
        troubleAt = System.nanoTime();
        return trouble;
    }

    static PlatformException unavailable(String message, @Nullable Throwable cause) {
        return new PlatformException(Category.UNAVAILABLE, "database.unavailable", message, Map.of(), cause);
    }
}

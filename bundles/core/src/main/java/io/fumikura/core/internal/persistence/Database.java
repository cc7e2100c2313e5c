package io.fumikura.core.internal.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.Session;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.osgi.service.jdbc.DataSourceFactory;

/** An open database: pool, migrated schema, entity managers. */
final class Database implements AutoCloseable {

    private final HikariDataSource pool;
    private final boolean h2;
    private final EntityManagerFactory factory;
    private final @Nullable Checkpoint checkpoint;
    private final GroupCommit commits;

    Database(DatabaseConfig config, DataSourceFactory driver) throws SQLException {
        if (config.url() == null || !config.url().startsWith("jdbc:")) {
            throw new IllegalArgumentException("The setting url of io.fumikura.core.database.cfg is missing or no JDBC address.");
        }
        DataSource source = driver.createDataSource(properties(config));
        h2 = config.url().startsWith("jdbc:h2:");
        pool = pool(config, source);
        try {
            migrate();
            factory = factory();
            factory.createEntityManager().close();
            checkpoint = h2 ? new Checkpoint(source) : null;
            commits = new GroupCommit(h2 ? checkpoint : () -> {});
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static Properties properties(DatabaseConfig config) {
        var properties = new Properties();
        // An interrupted thread closes the file under H2, for everybody; its file system "retry" opens it again.
        String url = config.url().replaceFirst("^jdbc:h2:file:(?!retry:)", "jdbc:h2:file:retry:");
        // H2 keeps 8 statements per connection; parsing ours anew costs more than running them.
        boolean tuned = !url.startsWith("jdbc:h2:") || url.toUpperCase(Locale.ROOT).contains(";QUERY_CACHE_SIZE=");
        properties.setProperty(DataSourceFactory.JDBC_URL, tuned ? url : url + ";QUERY_CACHE_SIZE=64");
        properties.setProperty(DataSourceFactory.JDBC_USER, config.user());
        properties.setProperty(DataSourceFactory.JDBC_PASSWORD, config.password());
        return properties;
    }

    private HikariDataSource pool(DatabaseConfig config, DataSource source) {
        var settings = new HikariConfig();
        settings.setDataSource(source);
        settings.setMaximumPoolSize(config.pool_size());
        settings.setPoolName("fumikura");
        settings.setConnectionTimeout(15_000);
        settings.setConnectionInitSql(h2 ? "set lock_timeout 15000" : "set lock_timeout = '15s'");
        return new HikariDataSource(settings);
    }

    /** Flyway finds its own plugins and our migrations through this bundle's loader only. */
    private void migrate() {
        ClassLoader own = Database.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            Flyway.configure(own)
                    .loggers("slf4j")
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    // Parts of the platform number their migrations apart from each other.
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private EntityManagerFactory factory() {
        var loader = new DelegatingLoader(List.of(
                Database.class.getClassLoader(), PersistenceProvider.class.getClassLoader(), Session.class.getClassLoader()));
        Map<String, Object> properties = Map.of(
                "eclipselink.classloader", loader,
                "eclipselink.weaving", "static",
                "eclipselink.target-server", "None",
                "eclipselink.cache.shared.default", "false",
                "eclipselink.session.customizer", UuidColumns.class.getName(),
                "eclipselink.jdbc.batch-writing", "JDBC",
                "eclipselink.logging.logger", "JavaLogger",
                "eclipselink.logging.level", "SEVERE");
        return new PersistenceProvider().createContainerEntityManagerFactory(new CoreUnit(pool, loader), properties);
    }

    EntityManager entityManager() {
        return factory.createEntityManager();
    }

    /** Whether SQL is H2's. */
    boolean isH2() {
        return h2;
    }

    /** Waits until what this thread committed is on disk. PostgreSQL has done that at commit. */
    void awaitDurable() throws SQLException {
        if (h2) {
            commits.await();
        }
    }

    /** Number of syncs so far. */
    long checkpoints() {
        return checkpoint == null ? 0 : checkpoint.count();
    }

    @Override
    public void close() {
        factory.close();
        if (checkpoint != null) {
            checkpoint.close();
        }
        pool.close();
    }

    /** H2's fsync, over a connection of its own, so that it never waits for the pool. */
    private static final class Checkpoint implements GroupCommit.Sync, AutoCloseable {

        private final DataSource source;
        private @Nullable Connection connection;
        private volatile long count;

        Checkpoint(DataSource source) {
            this.source = source;
        }

        @Override
        public void sync() throws SQLException {
            if (connection == null || connection.isClosed()) {
                connection = source.getConnection();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
            count++;
        }

        long count() {
            return count;
        }

        @Override
        public void close() {
            try {
                if (connection != null) {
                    connection.close();
                }
            } catch (SQLException closing) {
                connection = null;
            }
        }
    }
}

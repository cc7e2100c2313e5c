package io.fumikura.core.internal.persistence;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.h2.util.OsgiDataSourceFactory;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.osgi.PGDataSourceFactory;

/** The databases that the platform runs on. Each test gets an empty one, which can be opened again as after a restart. */
public enum TestDatabase {
    H2,
    POSTGRESQL;

    /** An empty database; opened any number of times, one after the other. */
    public final class Place {
        private final String url;
        private final Path folder;

        private Place(String url, Path folder) {
            this.url = url;
            this.folder = folder;
        }

        public Transactions open() {
            return open(Clock.systemUTC());
        }

        /** @param clock tells the times of history entries */
        public Transactions open(Clock clock) {
            var secrets = new Secrets(folder.resolve("keys"));
            return TestDatabase.this == H2
                    ? new Transactions(config(url, "sa"), new OsgiDataSourceFactory(new org.h2.Driver()), secrets, clock)
                    : new Transactions(config(url, "postgres"), new PGDataSourceFactory(), secrets, clock);
        }
    }

    public Place create(Path folder) {
        if (this == H2) {
            return new Place("jdbc:h2:file:" + folder.resolve("test") + ";DB_CLOSE_ON_EXIT=FALSE", folder);
        }
        Assumptions.assumeTrue(PostgresCluster.isInstalled(), "PostgreSQL is not installed");
        return new Place(PostgresCluster.running().newSchema(), folder);
    }

    static DatabaseConfig config(String url, String user) {
        Map<String, Object> values = new HashMap<>();
        values.put("url", url);
        values.put("user", user);
        values.put("password", "");
        values.put("pool_size", 24);
        return (DatabaseConfig) java.lang.reflect.Proxy.newProxyInstance(
                DatabaseConfig.class.getClassLoader(),
                new Class<?>[] {DatabaseConfig.class},
                (proxy, method, arguments) -> values.get(method.getName()));
    }
}

package io.fumikura.core.internal.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A PostgreSQL server of our own for the length of the test run: private folder, free port, loopback only. */
public final class PostgresCluster {

    private static PostgresCluster running;

    private final Path bin;
    private final Path folder;
    private final int port;

    private PostgresCluster(Path bin) throws IOException {
        this.bin = bin;
        folder = Files.createTempDirectory("fumikura-postgres");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        if (isRoot()) {
            call("chown", "postgres", folder.toString());
        }
        String data = folder.resolve("data").toString();
        server(bin.resolve("initdb").toString(), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        server(
                bin.resolve("pg_ctl").toString(), "-D", data, "-w", "-l", folder.resolve("log").toString(), "-o",
                "-p " + port + " -h 127.0.0.1 -k " + folder + " -c max_connections=200 -c fsync=off", "start");
    }

    public static boolean isInstalled() {
        return bin().isPresent();
    }

    public static synchronized PostgresCluster running() {
        if (running == null) {
            try {
                running = new PostgresCluster(bin().orElseThrow());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    private static Optional<Path> bin() {
        Path all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (var versions = Files.list(all)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(found -> Files.isExecutable(found.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty schema, which is much cheaper than a database. @return its JDBC address */
    public String newSchema() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(url(), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create schema " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url() + "?currentSchema=" + name;
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private void stop() {
        try {
            server(bin.resolve("pg_ctl").toString(), "-D", folder.resolve("data").toString(), "-m", "immediate", "stop");
            call("rm", "-rf", folder.toString());
        } catch (IOException e) {
            System.err.println("PostgreSQL under " + folder + " did not stop: " + e.getMessage());
        }
    }

    /** PostgreSQL refuses to run as root. */
    private static void server(String... command) throws IOException {
        var all = new ArrayList<String>();
        if (isRoot()) {
            all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        all.addAll(List.of(command));
        call(all.toArray(String[]::new));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void call(String... command) throws IOException {
        Path output = Files.createTempFile("fumikura-postgres", ".log");
        try {
            int code = new ProcessBuilder(command)
                    .directory(Path.of("/tmp").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException(String.join(" ", command) + ": " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}

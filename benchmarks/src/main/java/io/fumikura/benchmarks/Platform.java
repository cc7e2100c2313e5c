package io.fumikura.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The real platform in a scratch folder, started and stopped by the launcher. */
final class Platform implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of(System.getProperty("fumikura.root"));

    private final Path home;
    private final int port;
    private final boolean isKept;

    private Platform(Path home, int port, boolean isKept) {
        this.home = home;
        this.port = port;
        this.isKept = isKept;
    }

    /** Starts it anew, with the demonstration companies but without their documents. */
    static Platform start() throws IOException, InterruptedException {
        var platform = new Platform(Files.createTempDirectory("fumikura-bench-"), freePort(), false);
        platform.launch();
        return platform;
    }

    /** As {@link #start}, but over what an earlier run has left in the folder, and leaving it there. */
    static Platform start(Optional<Path> kept) throws IOException, InterruptedException {
        if (kept.isEmpty()) {
            return start();
        }
        var platform = new Platform(kept.get().toAbsolutePath(), freePort(), true);
        platform.launch();
        return platform;
    }

    /** Starts it over the data that is there. */
    void launch() throws IOException, InterruptedException {
        // Measured is how fast it answers, not how many requests a user may send.
        Path etc = Files.createDirectories(home.resolve("etc"));
        Files.writeString(etc.resolve("io.fumikura.rest.limits.cfg"), "userPerSecond = 0\naddressPerSecond = 0\n");
        launcher("run", "--no-documents", "--home", home.toString(), "--port", Integer.toString(port));
    }

    void stop() throws IOException, InterruptedException {
        launcher("stop", "--home", home.toString());
    }

    /** Ends it as a power cut would, and waits until it is gone. */
    void kill() throws IOException {
        long pid = pid();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        while (Files.exists(commandLine) && !Files.readString(commandLine, StandardCharsets.ISO_8859_1).isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static void launcher(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(ROOT.resolve("fumikura").toString()));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile("fumikura-launcher", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("FUMIKURA_SKIP_INSTALL", "1");
        // The launcher of the benchmark has built it; a change of sources meanwhile must not change what is measured.
        builder.environment().put("FUMIKURA_SKIP_BUILD", "1");
        int status = builder.start().waitFor();
        String printed = Files.readString(log);
        Files.delete(log);
        if (status != 0) {
            throw new IOException(command + " ended with " + status + ":\n" + printed);
        }
    }

    /** Speaks to it as the clerk of the first demonstration company, once that can sign in. */
    Api api() throws IOException, InterruptedException {
        Path accounts = home.resolve("data/demo-accounts.json");
        for (int attempt = 0; attempt < 600; attempt++) {
            if (Files.exists(accounts)) {
                Api api = new Api("http://127.0.0.1:" + port + "/api/v1", token(accounts));
                if (api.status("/ledgers") == 200) {
                    return api;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IOException("The demonstration companies are not there after a minute; see " + home + "/data/log.");
    }

    private static String token(Path accounts) throws IOException {
        for (JsonNode person : JSON.readTree(Files.readString(accounts))) {
            if (person.hasNonNull("token")) {
                return person.get("token").asText();
            }
        }
        throw new IOException("No demonstration account has a token.");
    }

    /** Opens its database; only while it is stopped. */
    Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + home.resolve("data/database/fumikura"), "fumikura", "");
    }

    /** Reads the file of its database into the operating system's memory. */
    void readDatabase() throws IOException {
        Files.copy(home.resolve("data/database/fumikura.mv.db"), OutputStream.nullOutputStream());
    }

    /** Where the bulk load notes how many records it has made. */
    Path bulk() {
        return home.resolve("bulk-records.txt");
    }

    /** Folder of its search index. */
    Path index() {
        return home.resolve("data/index");
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readString(home.resolve("platform.pid")).strip());
    }

    /** Resident memory of the platform and of all its helpers, in megabytes. */
    double residentMegabytes() throws IOException {
        var process = ProcessHandle.of(pid());
        if (process.isEmpty()) {
            return 0;
        }
        return Stream.concat(process.stream(), process.get().descendants())
                .mapToDouble(Platform::residentMegabytes)
                .sum();
    }

    private static double residentMegabytes(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        if (isKept) {
            return;
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

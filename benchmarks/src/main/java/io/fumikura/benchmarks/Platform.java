package io.fumikura.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The real platform in a scratch folder, started and stopped by the launcher. */
final class Platform implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of(System.getProperty("fumikura.root"));

    private final Path home;
    private final int port;

    private Platform(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Starts it anew, with the demonstration companies but without their documents. */
    static Platform start() throws IOException, InterruptedException {
        var platform = new Platform(Files.createTempDirectory("fumikura-bench-"), freePort());
        platform.launch();
        return platform;
    }

    /** Starts it over the data that is there. */
    void launch() throws IOException, InterruptedException {
        launcher("run", "--no-documents", "--home", home.toString(), "--port", Integer.toString(port));
    }

    void stop() throws IOException, InterruptedException {
        launcher("stop", "--home", home.toString());
    }

    private static void launcher(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(ROOT.resolve("fumikura").toString()));
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile("fumikura-launcher", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("FUMIKURA_SKIP_INSTALL", "1");
        int status = builder.start().waitFor();
        String printed = Files.readString(log);
        Files.delete(log);
        if (status != 0) {
            throw new IOException(command + " ended with " + status + ":\n" + printed);
        }
    }

    /** Speaks to it as the clerk of the first demonstration company. */
    Api api() throws IOException {
        for (JsonNode person : JSON.readTree(Files.readString(home.resolve("data/demo-accounts.json")))) {
            if (person.hasNonNull("token")) {
                return new Api("http://127.0.0.1:" + port + "/api/v1", person.get("token").asText());
            }
        }
        throw new IOException("No demonstration account has a token.");
    }

    Path home() {
        return home;
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

package io.fumikura.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plain web server with one file. */
final class StaticFiles implements AutoCloseable {

    private final Path file = Files.createTempFile("fumikura-static", ".image");
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    StaticFiles() throws IOException {
        server.createContext("/file", exchange -> {
            try (exchange; var in = Files.newInputStream(file)) {
                exchange.sendResponseHeaders(200, Files.size(file));
                in.transferTo(exchange.getResponseBody());
            }
        });
        server.start();
    }

    void serve(byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    void read() throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/file");
        int read = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray()).body().length;
        if (read != Files.size(file)) {
            throw new IOException("The static file came with " + read + " bytes.");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.fumikura.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The REST interface as a client of it. Thread-safe. */
final class Api {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    Api(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** An answer: its status and its JSON body (missing where there is none). */
    record Answer(int status, JsonNode body) {}

    /** Uploads a file, also when its bytes are there already. */
    Answer upload(String ledger, String name, BodyPublisher file, Optional<String> password)
            throws IOException, InterruptedException {
        Answer answer = offer(ledger, name, file, password);
        if (answer.status() == 409 && answer.body().hasNonNull("pending")) {
            return send(request("/uploads/" + answer.body().get("pending").asText() + "/confirm")
                    .POST(BodyPublishers.noBody()));
        }
        return answer;
    }

    /** Uploads a file; when its bytes are there already the answer is 409 with the originals. */
    Answer offer(String ledger, String name, BodyPublisher file, Optional<String> password)
            throws IOException, InterruptedException {
        String query = "?ledger=" + ledger + "&filename=" + encoded(name);
        HttpRequest.Builder request = request("/uploads" + query)
                .timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/octet-stream")
                .POST(file);
        password.ifPresent(text -> request.header(
                "X-Document-Password",
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
        return send(request);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** A page of a ledger. @param query parameters, without the question mark */
    JsonNode rows(String ledger, String query) throws IOException, InterruptedException {
        Answer answer = get("/ledgers/" + ledger + "/records?" + query);
        if (answer.status() != 200) {
            throw new IOException("The list " + ledger + "?" + query + " was answered with " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }

    /** How many records of a ledger show a word in their text; exact up to 10,000. */
    long found(String ledger, String word) throws IOException, InterruptedException {
        return rows(ledger, "limit=1&fullText=true&keyword=" + encoded(word)).path("total").asLong();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Status of an answer whose body does not matter. */
    int status(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.discarding()).statusCode();
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofByteArray()).body();
    }

    /** Waits until the record is read, refused, locked or failed; answers its detail. */
    JsonNode awaitEnd(String id, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            JsonNode detail = get("/records/" + id).body();
            String state = detail.at("/record/state").asText();
            if (!state.equals("WAITING") && !state.equals("READING") || System.nanoTime() > end) {
                return detail;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        byte[] body = response.body();
        return new Answer(response.statusCode(), body.length == 0 ? Platform.JSON.missingNode() : json(body));
    }

    private static JsonNode json(byte[] body) throws IOException {
        return body[0] == '{' || body[0] == '[' ? Platform.JSON.readTree(body) : Platform.JSON.missingNode();
    }
}

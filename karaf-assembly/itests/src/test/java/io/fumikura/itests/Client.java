package io.fumikura.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Speaks to the platform as an integrator's program does, with the demonstration clerk's token. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base = "http://127.0.0.1:" + System.getProperty(Distribution.PORT) + "/api/v1";
    private final String token;

    private Client(String token) {
        this.token = token;
    }

    /** Waits until the platform is ready, then signs in. */
    static Client ready() throws Exception {
        var nobody = new Client("");
        await(() -> nobody.send("GET", "/health", "").body(), body -> body.contains("\"ready\":true"));
        JsonNode people = JSON.readTree(Files.readString(Path.of(System.getProperty("karaf.data"), "demo-accounts.json")));
        for (JsonNode person : people) {
            if (person.hasNonNull("token")) {
                return new Client(person.get("token").asText());
            }
        }
        throw new AssertionError("No demonstration account has a token: " + people);
    }

    JsonNode get(String path) throws Exception {
        HttpResponse<String> response = send("GET", path, "");
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** Registers a text file and answers the record's id. */
    String upload(String ledger, String name, String text) throws Exception {
        String query = "?ledger=" + ledger + "&filename=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        HttpResponse<String> response = send("POST", "/uploads" + query, text);
        if (response.statusCode() != 201) {
            throw new AssertionError(name + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body()).at("/record/id").asText();
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/octet-stream")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The header line with the token. */
    String authorization() {
        return "Authorization: Bearer " + token;
    }

    JsonNode awaitRecord(String id, Predicate<JsonNode> wanted) throws Exception {
        return await(() -> get("/records/" + id), wanted);
    }

    JsonNode awaitRead(String id) throws Exception {
        return awaitRecord(id, detail -> detail.at("/record/state").asText().matches("COMPLETE|INCOMPLETE"));
    }

    /** Asks again and again until the answer is as wanted; answers it. */
    static <T> T await(Callable<T> question, Predicate<T> wanted) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Object last = null;
        while (System.nanoTime() < end) {
            try {
                T answer = question.call();
                last = answer;
                if (wanted.test(answer)) {
                    return answer;
                }
            } catch (IOException | AssertionError e) {
                last = e;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s; the last answer was: " + last);
    }
}

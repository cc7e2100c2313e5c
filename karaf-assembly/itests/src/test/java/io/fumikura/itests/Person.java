package io.fumikura.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Who calls the platform, by the headers that tell so. */
record Person(String name, Map<String, String> identity) {

    static final Person NOBODY = new Person("nobody", Map.of());

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    static Person withToken(String name, String token) {
        return new Person(name, Map.of("Authorization", "Bearer " + token));
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + System.getProperty(Distribution.PORT) + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        identity.forEach(request::header);
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(Operation operation, Filling.Request filled) throws Exception {
        return send(operation.method(), filled.path(), filled.headers(), filled.body());
    }

    JsonNode get(String path) throws Exception {
        return answer(send("GET", path, Map.of(), ""), path);
    }

    JsonNode change(String method, String path, long version, String json) throws Exception {
        return answer(send(method, path, Map.of("Content-Type", "application/json", "If-Match", "\"" + version + "\""), json), path);
    }

    private JsonNode answer(HttpResponse<String> response, String path) throws Exception {
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(name + " got " + response.statusCode() + " from " + path + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}

package io.fumikura.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * An operation of the OpenAPI document.
 *
 * @param path without the leading {@code /api/v1}
 * @param body schema of the body; missing when it has none
 * @param file whether the body is a file of any type
 */
record Operation(String method, String path, List<JsonNode> parameters, JsonNode body, boolean file, Entry entry) {

    /** Who gets in. */
    enum Entry {
        EVERYBODY,
        /** A session whose sign-in waits for this very step. */
        HALF_SIGNED_IN,
        CALLER
    }

    /** All of them, those that take files last: what somebody has sent himself may come back to him. */
    static List<Operation> of(JsonNode document) {
        var all = new ArrayList<Operation>();
        document.path("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(one -> all.add(of(one.getKey(), path.getKey(), one.getValue()))));
        all.sort(Comparator.comparing(Operation::file));
        return all;
    }

    private static Operation of(String method, String path, JsonNode operation) {
        var parameters = new ArrayList<JsonNode>();
        operation.path("parameters").forEach(parameters::add);
        JsonNode content = operation.at("/requestBody/content");
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path.replaceFirst("^/api/v1", ""),
                parameters,
                content.at("/application~1json/schema"),
                content.has("*/*"),
                entry(operation.path("security")));
    }

    private static Entry entry(JsonNode security) {
        if (security.isMissingNode()) {
            return Entry.CALLER;
        }
        return security.isEmpty() ? Entry.EVERYBODY : Entry.HALF_SIGNED_IN;
    }

    /** What the last segment before a parameter of the path is called, e.g. {@code records}. */
    String collection(String parameter) {
        String before = path.substring(0, path.indexOf("{" + parameter));
        String[] segments = before.split("/");
        return segments[segments.length - 1];
    }

    boolean isReading() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

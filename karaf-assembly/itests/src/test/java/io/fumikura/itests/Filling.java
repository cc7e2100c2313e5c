package io.fumikura.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the parameters and bodies of operations, by their names and types: each id is one of the victim's, each text to look for is the secret. */
final class Filling {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Names of parameters that are an id, with the collection that it is of. */
    private static final Map<String, String> REFERENCES = Map.ofEntries(
            Map.entry("group", "groups"),
            Map.entry("groups", "groups"),
            Map.entry("parent", "groups"),
            Map.entry("id", "groups"),
            Map.entry("owner", "users"),
            Map.entry("user", "users"),
            Map.entry("users", "users"),
            Map.entry("session", "sessions"),
            Map.entry("tenant", "tenants"),
            Map.entry("subject", "records"));

    private final JsonNode document;
    private final Map<String, String> victims;
    private final String secret;
    private final String file;

    /** A request that is ready to be sent; an empty body for none. */
    record Request(String path, Map<String, String> headers, String body) {}

    /**
     * @param victims an id of each collection
     * @param file for operations that take one
     */
    Filling(JsonNode document, Map<String, String> victims, String secret, String file) {
        this.document = document;
        this.victims = victims;
        this.secret = secret;
        this.file = file;
    }

    /** Whether the operation is about one of the victim's things, by its path. */
    boolean isAboutVictim(Operation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .anyMatch(parameter -> victims.containsKey(operation.collection(parameter.path("name").asText())));
    }

    Request of(Operation operation) throws Exception {
        String path = operation.path();
        var query = new ArrayList<String>();
        var headers = new LinkedHashMap<String, String>();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replaceFirst("\\{" + name + "[^}]*}", inPath(operation, name));
                case "query" -> inQuery(operation, name).ifPresent(value -> query.add(name + "=" + encoded(value)));
                default -> {
                    if (name.equals("If-Match")) {
                        headers.put(name, "\"1\"");
                    }
                }
            }
        }
        String body = "";
        if (operation.file()) {
            headers.put("Content-Type", "application/octet-stream");
            body = file;
        } else if (!operation.body().isMissingNode()) {
            headers.put("Content-Type", "application/json");
            body = JSON.writeValueAsString(value("", operation.body()));
        }
        return new Request(query.isEmpty() ? path : path + "?" + String.join("&", query), headers, body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String inPath(Operation operation, String name) {
        String collection = operation.collection(name);
        if (victims.containsKey(collection)) {
            return victims.get(collection);
        }
        return switch (collection) {
            case "ledgers" -> "contracts";
            case "pages" -> "1";
            default -> throw new AssertionError(
                    operation + " is about one of the " + collection + ", and the victim has none. Give it one in Victim.");
        };
    }

    /** Without the many that only narrow or order a list. */
    private Optional<String> inQuery(Operation operation, String name) {
        if (REFERENCES.containsKey(name)) {
            return Optional.of(victims.get(REFERENCES.get(name)));
        }
        return switch (name) {
            case "heir" -> Optional.of(victims.get(operation.collection("id")));
            case "keyword", "q", "text", "recipient", "name" -> Optional.of(secret);
            case "filename" -> Optional.of("x.txt");
            case "ledger" -> Optional.of("contracts");
            case "fullText" -> Optional.of("true");
            default -> Optional.empty();
        };
    }

    private Object value(String name, JsonNode schema) {
        if (schema.has("$ref")) {
            return value(name, document.at(schema.path("$ref").asText().substring(1)));
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0).asText();
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> List.of(value(name, schema.path("items")));
            case "boolean" -> true;
            case "integer", "number" -> 1;
            default -> switch (schema.path("format").asText()) {
                case "date" -> "2030-01-01";
                case "date-time" -> "2030-01-01T00:00:00Z";
                default -> text(name);
            };
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText(schema.has("properties") ? "object" : "string");
    }

    private Map<String, Object> object(JsonNode schema) {
        var values = new LinkedHashMap<String, Object>();
        schema.path("properties").fields().forEachRemaining(one -> values.put(one.getKey(), value(one.getKey(), one.getValue())));
        return values;
    }

    private String text(String name) {
        if (REFERENCES.containsKey(name)) {
            return victims.get(REFERENCES.get(name));
        }
        return switch (name) {
            case "ledger" -> "contracts";
            case "language" -> "ja";
            case "mail", "subMails" -> "somebody@example.com";
            default -> "x";
        };
    }
}

package io.fumikura.core.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.Warning;
import java.util.ArrayList;
import java.util.List;

/**
 * A record's warnings as JSON. Those of the reading stay until it is read again; those of the check of values are made anew with each change.
 */
final class WarningJson {

    private WarningJson() {}

    static String write(List<Warning> reading, List<Warning> check) {
        ArrayNode all = FieldJson.MAPPER.createArrayNode();
        reading.forEach(warning -> add(all, warning, false));
        check.forEach(warning -> add(all, warning, true));
        return all.toString();
    }

    static List<Warning> all(String json) {
        var found = new ArrayList<>(read(json, false));
        found.addAll(read(json, true));
        return found;
    }

    static List<Warning> ofReading(String json) {
        return read(json, false);
    }

    private static void add(ArrayNode all, Warning warning, boolean check) {
        ObjectNode node = all.addObject()
                .put("code", warning.code())
                .put("ja", warning.message().ja())
                .put("en", warning.message().en())
                .put("check", check);
        warning.fields().forEach(node.putArray("fields")::add);
    }

    private static List<Warning> read(String json, boolean check) {
        var found = new ArrayList<Warning>();
        for (JsonNode node : FieldJson.read(json)) {
            if (node.get("check").asBoolean() == check) {
                found.add(new Warning(
                        node.get("code").asText(),
                        new LocalizedText(node.get("ja").asText(), node.get("en").asText()),
                        FieldJson.texts(node.get("fields"))));
            }
        }
        return found;
    }
}

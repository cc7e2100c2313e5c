package io.fumikura.core.internal.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fumikura.document.Derivation;
import io.fumikura.document.Evidence;
import io.fumikura.document.FieldType;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.text.Box;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values, evidence and derivations as JSON in the database; the form must stay readable for ever. */
final class FieldJson {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private FieldJson() {}

    /** Values by field. */
    static String values(Map<String, FieldValue> values) {
        ObjectNode node = MAPPER.createObjectNode();
        values.forEach((field, value) -> node.set(field, node(value)));
        return node.toString();
    }

    static Map<String, FieldValue> values(String json) {
        var values = new HashMap<String, FieldValue>();
        read(json).fields().forEachRemaining(field -> values.put(field.getKey(), value(field.getValue())));
        return values;
    }

    static String value(FieldValue value) {
        return node(value).toString();
    }

    private static ObjectNode node(FieldValue value) {
        ObjectNode node = MAPPER.createObjectNode().put("type", value.type().name());
        if (value instanceof FieldValue.Text text) {
            node.put("text", text.value());
        } else if (value instanceof FieldValue.Texts texts) {
            texts.values().forEach(node.putArray("texts")::add);
        } else if (value instanceof FieldValue.Day day) {
            node.put("date", day.value().toString());
        } else if (value instanceof FieldValue.Money money) {
            node.put("amount", money.value().toPlainString());
            node.put("currency", money.currency().map(Currency::getCurrencyCode).orElse(null));
        } else if (value instanceof FieldValue.Flag flag) {
            node.put("flag", flag.value());
        } else if (value instanceof FieldValue.Duration duration) {
            node.put("period", duration.value().toString());
        } else if (value instanceof FieldValue.Choice choice) {
            node.put("choice", choice.code());
        }
        return node;
    }

    static FieldValue value(String json) {
        return value(read(json));
    }

    private static FieldValue value(JsonNode node) {
        return switch (FieldType.valueOf(node.get("type").asText())) {
            case TEXT -> new FieldValue.Text(node.get("text").asText());
            case TEXTS -> new FieldValue.Texts(texts(node.get("texts")));
            case DATE -> new FieldValue.Day(LocalDate.parse(node.get("date").asText()));
            case AMOUNT -> new FieldValue.Money(new BigDecimal(node.get("amount").asText()), currency(node.get("currency")));
            case FLAG -> new FieldValue.Flag(node.get("flag").asBoolean());
            case PERIOD -> new FieldValue.Duration(Period.parse(node.get("period").asText()));
            case CHOICE -> new FieldValue.Choice(node.get("choice").asText());
        };
    }

    /** The value for people who read the history; not for programs. */
    static String text(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return text.value();
        } else if (value instanceof FieldValue.Texts texts) {
            return String.join("\n", texts.values());
        } else if (value instanceof FieldValue.Day day) {
            return day.value().toString();
        } else if (value instanceof FieldValue.Money money) {
            return money.value().toPlainString()
                    + money.currency().map(currency -> " " + currency.getCurrencyCode()).orElse("");
        } else if (value instanceof FieldValue.Flag flag) {
            return Boolean.toString(flag.value());
        } else if (value instanceof FieldValue.Duration duration) {
            return duration.value().toString();
        }
        return ((FieldValue.Choice) value).code();
    }

    static String evidence(List<Evidence> all) {
        ArrayNode array = MAPPER.createArrayNode();
        for (Evidence evidence : all) {
            ObjectNode node = array.addObject()
                    .put("page", evidence.page())
                    .put("start", evidence.start())
                    .put("end", evidence.end())
                    .put("text", evidence.text());
            ArrayNode boxes = node.putArray("boxes");
            evidence.boxes()
                    .forEach(box -> boxes.addArray()
                            .add(box.left())
                            .add(box.top())
                            .add(box.right())
                            .add(box.bottom()));
        }
        return array.toString();
    }

    static List<Evidence> evidence(String json) {
        var all = new ArrayList<Evidence>();
        for (JsonNode node : read(json)) {
            var boxes = new ArrayList<Box>();
            node.get("boxes").forEach(box -> boxes.add(new Box(at(box, 0), at(box, 1), at(box, 2), at(box, 3))));
            all.add(new Evidence(
                    node.get("page").asInt(),
                    node.get("start").asInt(),
                    node.get("end").asInt(),
                    boxes,
                    node.get("text").asText()));
        }
        return all;
    }

    static @Nullable String derivation(Optional<Derivation> derivation) {
        if (derivation.isEmpty()) {
            return null;
        }
        ObjectNode node = MAPPER.createObjectNode()
                .put("code", derivation.get().code())
                .put("ja", derivation.get().rule().ja())
                .put("en", derivation.get().rule().en());
        derivation.get().fields().forEach(node.putArray("fields")::add);
        return node.toString();
    }

    static Optional<Derivation> derivation(@Nullable String json) {
        if (json == null) {
            return Optional.empty();
        }
        JsonNode node = read(json);
        var rule = new LocalizedText(node.get("ja").asText(), node.get("en").asText());
        return Optional.of(new Derivation(node.path("code").asText(), rule, texts(node.get("fields"))));
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored value is no JSON.", e);
        }
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Optional<Currency> currency(@Nullable JsonNode node) {
        return node == null || node.isNull() ? Optional.empty() : Optional.of(Currency.getInstance(node.asText()));
    }

    private static float at(JsonNode box, int index) {
        return (float) box.get(index).asDouble();
    }
}

package io.fumikura.rest.internal;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.document.Ledgers.Condition;
import io.fumikura.document.Ledgers.Operator;
import java.util.Map;

/**
 * Reads the parts of a list's query string. A condition is {@code field:operator:value}, with {@code !} in front for its opposite,
 * e.g. {@code end_date:from:2024-01-01}, {@code !kind:is:nda}, {@code amount:not-set:}.
 */
final class QueryText {

    private static final Map<String, Operator> OPERATORS = Map.of(
            "is", Operator.IS,
            "contains", Operator.CONTAINS,
            "from", Operator.FROM,
            "to", Operator.TO,
            "set", Operator.SET,
            "not-set", Operator.NOT_SET);

    private QueryText() {}

    static Condition condition(String text) {
        boolean negate = text.startsWith("!");
        String[] parts = text.substring(negate ? 1 : 0).split(":", 3);
        Operator operator = parts.length < 2 ? null : OPERATORS.get(parts[1]);
        if (operator == null) {
            throw invalid("condition", text, "It reads field:operator:value with one of " + OPERATORS.keySet() + ".");
        }
        return new Condition(parts[0], operator, parts.length == 3 ? parts[2] : "", negate);
    }

    static boolean descending(String order) {
        return switch (order) {
            case "asc" -> false;
            case "desc" -> true;
            default -> throw invalid("order", order, "It is asc or desc.");
        };
    }

    static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= 200) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered below, as for a number out of range
        }
        throw invalid("limit", text, "It is a number from 1 to 200.");
    }

    private static PlatformException invalid(String part, String value, String rule) {
        return new PlatformException(
                Category.INVALID,
                "query.invalid",
                "The parameter " + part + " can't be \"" + value + "\". " + rule,
                Map.of("part", part),
                null);
    }
}

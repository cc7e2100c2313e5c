package io.fumikura.core.internal.ledger;

import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldType;
import io.fumikura.document.LedgerDescription;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a list of a ledger can be sorted and filtered by: its fields and the built-in columns. */
final class Columns {

    enum Form {
        TEXT,
        CODE,
        NUMBER,
        DAY,
        PERIOD,
        MOMENT
    }

    private static final Map<String, Form> BUILT_IN = Map.of(
            "input_state", Form.CODE,
            "number", Form.NUMBER,
            "kind", Form.CODE,
            "owner", Form.CODE,
            "group", Form.CODE,
            "file_name", Form.TEXT,
            "registered", Form.MOMENT,
            "tags", Form.TEXT);

    private final Map<String, FieldDefinition> fields;

    Columns(LedgerDescription ledger) {
        fields = ledger.fields().stream().collect(Collectors.toMap(FieldDefinition::id, Function.identity()));
    }

    Optional<Form> form(String column) {
        return Optional.ofNullable(BUILT_IN.get(column))
                .or(() -> Optional.ofNullable(fields.get(column)).map(field -> form(field.type())));
    }

    /** The field of the index that sorts by the column; people and groups sort by name. */
    static String sortField(String column) {
        return column.equals("owner") || column.equals("group") ? column + "_name" : column;
    }

    private static Form form(FieldType type) {
        return switch (type) {
            case TEXT, TEXTS -> Form.TEXT;
            case DATE -> Form.DAY;
            case AMOUNT -> Form.NUMBER;
            case FLAG, CHOICE -> Form.CODE;
            case PERIOD -> Form.PERIOD;
        };
    }
}

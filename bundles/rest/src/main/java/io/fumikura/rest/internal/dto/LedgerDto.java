package io.fumikura.rest.internal.dto;

import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldType;
import io.fumikura.document.LedgerDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a ledger is made of. */
public record LedgerDto(
        String id,
        Text label,
        List<KindDto> kinds,
        List<FieldDto> fields,
        List<String> columns,
        @Nullable String overdueField,
        @Nullable String renewedField,
        String titleField) {

    public record KindDto(String id, Text label) {}

    public record ChoiceDto(String code, Text label) {}

    public record FieldDto(
            String id, Text label, FieldType type, FieldDefinition.Role role, boolean required, List<ChoiceDto> choices) {

        public static FieldDto of(FieldDefinition field) {
            return new FieldDto(
                    field.id(),
                    Text.of(field.label()),
                    field.type(),
                    field.role(),
                    field.required(),
                    field.choices().stream()
                            .map(choice -> new ChoiceDto(choice.code(), Text.of(choice.label())))
                            .toList());
        }
    }

    public static LedgerDto of(LedgerDescription ledger) {
        return new LedgerDto(
                ledger.id(),
                Text.of(ledger.label()),
                ledger.kinds().stream()
                        .map(kind -> new KindDto(kind.id(), Text.of(kind.label())))
                        .toList(),
                ledger.fields().stream().map(FieldDto::of).toList(),
                ledger.columns(),
                ledger.overdueField(),
                ledger.renewedField(),
                ledger.titleField());
    }
}

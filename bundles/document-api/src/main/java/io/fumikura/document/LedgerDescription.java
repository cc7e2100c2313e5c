package io.fumikura.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger is made of.
 *
 * @param id stable, used in addresses, e.g. {@code contracts}
 * @param label e.g. 契約書 / Contracts
 * @param kinds at least one
 * @param fields main fields first, in the order of the detail
 * @param columns default columns of the list, in order: field ids or built-in columns {@code input_state}, {@code number},
 *     {@code kind}, {@code owner}, {@code file_name}, {@code registered}, {@code status}, {@code tags}
 * @param overdueField id of a date field that is shown in red once it has passed; null when there is none
 * @param renewedField id of a date field that, where it has a value, takes the overdue field's place: the present end of what was renewed;
 *     null when nothing is renewed
 * @param titleField id of the field that names a record in lists
 */
public record LedgerDescription(
        String id,
        LocalizedText label,
        List<Kind> kinds,
        List<FieldDefinition> fields,
        List<String> columns,
        @Nullable String overdueField,
        @Nullable String renewedField,
        String titleField) {

    public LedgerDescription {
        kinds = List.copyOf(kinds);
        fields = List.copyOf(fields);
        columns = List.copyOf(columns);
    }
}

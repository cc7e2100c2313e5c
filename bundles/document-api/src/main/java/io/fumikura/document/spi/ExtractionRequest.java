package io.fumikura.document.spi;

import io.fumikura.document.FieldDefinition;
import io.fumikura.document.text.DocumentText;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What an extractor gets.
 *
 * @param ledger id of the ledger, e.g. {@code contracts}
 * @param kind id of the document's kind, e.g. {@code invoice}
 * @param fields all fields wanted
 * @param text the document
 * @param fileName as uploaded; a hint
 * @param ownNames the tenant's own company names, to tell it from the counterparty
 * @param ownNumbers the tenant's own qualified-invoice numbers (T and 13 digits)
 * @param languages languages that the plan allows, of {@code ja}, {@code en}
 * @param today the day of the extraction in the tenant's time zone
 */
public record ExtractionRequest(
        String ledger,
        String kind,
        List<FieldDefinition> fields,
        DocumentText text,
        String fileName,
        Set<String> ownNames,
        Set<String> ownNumbers,
        Set<String> languages,
        LocalDate today) {

    public ExtractionRequest {
        fields = List.copyOf(fields);
        ownNames = Set.copyOf(ownNames);
        ownNumbers = Set.copyOf(ownNumbers);
        languages = Set.copyOf(languages);
    }

    /** Whether a field is wanted. */
    public boolean wants(String field) {
        return fields.stream().anyMatch(definition -> definition.id().equals(field));
    }
}

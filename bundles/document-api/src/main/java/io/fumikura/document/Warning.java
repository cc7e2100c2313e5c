package io.fumikura.document;

import java.util.List;

/**
 * Something that a person should look at; never stops anything.
 *
 * @param code stable, e.g. {@code book.sum-mismatch}
 * @param message for people
 * @param fields ids of the fields it is about; may be empty
 */
public record Warning(String code, LocalizedText message, List<String> fields) {

    public Warning {
        fields = List.copyOf(fields);
    }
}

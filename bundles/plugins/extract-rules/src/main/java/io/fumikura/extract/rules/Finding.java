package io.fumikura.extract.rules;

import io.fumikura.document.FieldValue;
import java.util.List;

/**
 * A value that a rule read.
 *
 * @param field id of the field
 * @param places where it stands, at least one; several for parties
 * @param confidence 0…1 for a text without errors; what OCR takes away is seen to by {@link RulesExtractor}
 */
public record Finding(String field, FieldValue value, List<Span> places, double confidence) {

    public Finding {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("no place of " + field);
        }
    }

    /** A finding in one place: the characters of {@link Source#text()} from {@code start} to before {@code end}. */
    public static Finding of(String field, FieldValue value, int start, int end, double confidence) {
        return new Finding(field, value, List.of(new Span(start, end)), confidence);
    }
}

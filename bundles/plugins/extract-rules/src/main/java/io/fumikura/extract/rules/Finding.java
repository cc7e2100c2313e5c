package io.fumikura.extract.rules;

import io.fumikura.document.Derivation;
import io.fumikura.document.FieldValue;
import java.util.List;
import java.util.Optional;

/**
 * A value that a rule read.
 *
 * @param field id of the field
 * @param places where it stands, at least one; several for parties
 * @param confidence 0…1 for a text without errors; what OCR takes away is seen to by {@link RulesExtractor}
 * @param derivation how it was derived, for a value that follows from a clause but does not stand in it ("three years from…")
 */
public record Finding(
        String field, FieldValue value, List<Span> places, double confidence, Optional<Derivation> derivation) {

    public Finding {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("no place of " + field);
        }
    }

    /** A value that stands in the text. */
    public Finding(String field, FieldValue value, List<Span> places, double confidence) {
        this(field, value, places, confidence, Optional.empty());
    }

    /** A finding in one place: the characters of {@link Source#text()} from {@code start} to before {@code end}. */
    public static Finding of(String field, FieldValue value, int start, int end, double confidence) {
        return new Finding(field, value, List.of(new Span(start, end)), confidence);
    }
}

package io.fumikura.document;

import java.util.List;
import java.util.Optional;

/**
 * A value that may be a field's.
 *
 * @param field id of the field
 * @param value the value
 * @param confidence 0…1: how likely it is right. Values read by OCR are at most 0.8 where they hold digits
 * @param evidence where it stands; may be empty only for derived values and for values typed by a user
 * @param derivation how it was derived, if it was
 */
public record FieldCandidate(
        String field,
        FieldValue value,
        double confidence,
        List<Evidence> evidence,
        Optional<Derivation> derivation) {

    public FieldCandidate {
        evidence = List.copyOf(evidence);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence of " + field + " is " + confidence);
        }
    }
}

package io.fumikura.extract.rules;

import io.fumikura.document.FieldValue;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.TextSource;

/** How much less sure a value is because its characters were recognised in an image. */
final class RecognitionDoubt {

    /** OCR takes 3 for 8 now and then, and is sure of it: a value with digits is never more than likely. */
    private static final double MOST_FOR_DIGITS = 0.8;

    /** Of a name that was put right, at most so much. */
    private static final double REPAIRED = 0.85;

    private RecognitionDoubt() {}

    /** The finding's confidence, lowered where its places are OCR. */
    static double lower(Finding finding, Source source) {
        DocumentText document = source.document();
        double confidence = finding.confidence();
        for (Span place : finding.places()) {
            if (isRecognised(place, document)) {
                // A single badly printed character must not hide a sentence that the rule understood.
                double doubt = 0.5 + document.confidence(place.start(), place.end()) / 2;
                confidence = Math.min(confidence, finding.confidence() * doubt);
                if (source.isRepaired(place)) {
                    confidence = Math.min(confidence, finding.confidence() * REPAIRED);
                }
                if (hasDigits(finding.value())) {
                    // Scaled, not cut off: which of two likely values is the likelier must still be seen.
                    confidence = Math.min(confidence, finding.confidence() * MOST_FOR_DIGITS);
                }
            }
        }
        return confidence;
    }

    private static boolean isRecognised(Span place, DocumentText document) {
        return document.ranges(place.start(), place.end()).stream()
                .anyMatch(range -> document.pages().get(range.page() - 1).source() == TextSource.OCR);
    }

    private static boolean hasDigits(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return text.value().chars().anyMatch(Character::isDigit);
        }
        if (value instanceof FieldValue.Texts texts) {
            return texts.values().stream().anyMatch(text -> text.chars().anyMatch(Character::isDigit));
        }
        return !(value instanceof FieldValue.Flag) && !(value instanceof FieldValue.Choice);
    }
}

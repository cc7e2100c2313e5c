package io.fumikura.extract.rules.book;

import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.text.DocumentText;
import io.fumikura.extract.rules.RulesExtractor;
import io.fumikura.testkit.SampleText;
import io.fumikura.type.book.BookDocumentType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A book as the rules read it. */
final class Book {

    private final List<FieldCandidate> candidates;

    private Book(List<FieldCandidate> candidates) {
        this.candidates = candidates;
    }

    static Book of(String kind, String text) {
        return of(kind, SampleText.laidOut(text), Set.of());
    }

    static Book of(String kind, DocumentText text, Set<String> ownNames) {
        try {
            return new Book(new RulesExtractor().extract(new ExtractionRequest(
                    "books", kind, new BookDocumentType().ledger().fields(), text, "a.pdf",
                    ownNames, Set.of(), Set.of("ja", "en"), LocalDate.of(2026, 11, 20))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Nullable FieldCandidate best(String field) {
        return candidates.stream().filter(candidate -> candidate.field().equals(field)).findFirst().orElse(null);
    }

    /** The winning value as text; null if none. */
    @Nullable String get(String field) {
        FieldCandidate best = best(field);
        return best == null ? null : plain(best.value());
    }

    /** All winning values after derivation, as text. */
    Map<String, String> derived() {
        var best = new LinkedHashMap<String, FieldCandidate>();
        candidates.forEach(candidate -> best.putIfAbsent(candidate.field(), candidate));
        for (int i = 0; i < 3; i++) {
            new BookDocumentType().derive(best, LocalDate.of(2026, 11, 20)).forEach(one -> best.putIfAbsent(one.field(), one));
        }
        var values = new LinkedHashMap<String, String>();
        best.forEach((field, candidate) -> values.put(field, plain(candidate.value())));
        return values;
    }

    static String plain(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return text.value();
        } else if (value instanceof FieldValue.Day day) {
            return day.value().toString();
        } else if (value instanceof FieldValue.Money money) {
            return money.value().stripTrailingZeros().toPlainString()
                    + money.currency().map(currency -> " " + currency.getCurrencyCode()).orElse("");
        } else {
            return ((FieldValue.Choice) value).code();
        }
    }
}

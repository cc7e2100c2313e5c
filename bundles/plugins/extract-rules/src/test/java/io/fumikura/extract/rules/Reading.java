package io.fumikura.extract.rules;

import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldType;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules read out of a text. */
public final class Reading {

    private final List<FieldCandidate> candidates;

    private Reading(List<FieldCandidate> candidates) {
        this.candidates = candidates;
    }

    /** @param pages plain text, one per page */
    public static Reading of(RuleSet rules, List<String> fields, String... pages) {
        return of(TextSource.PLAIN, rules, fields, pages);
    }

    public static Reading of(TextSource source, RuleSet rules, List<String> fields, String... pages) {
        try {
            return new Reading(new RulesExtractor(List.of(rules)).extract(request(source, rules.ledger(), fields, pages)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ExtractionRequest request(TextSource source, String ledger, List<String> fields, String... pages) {
        var numbered = new ArrayList<PageText>();
        for (int i = 0; i < pages.length; i++) {
            numbered.add(PageText.builder(i + 1, 0, 0, source).append(pages[i], Box.NONE).build());
        }
        return new ExtractionRequest(
                ledger, "other", fields.stream().map(Reading::field).toList(), new DocumentText(numbered), "a.txt",
                Set.of(), Set.of(), Set.of("ja", "en"), LocalDate.of(2026, 4, 1));
    }

    private static FieldDefinition field(String id) {
        return new FieldDefinition(
                id, new LocalizedText(id, id), FieldType.TEXT, FieldDefinition.Role.MAIN, false, List.of());
    }

    /** The best candidate of a field. */
    public Optional<FieldCandidate> best(String field) {
        return candidates.stream().filter(candidate -> candidate.field().equals(field)).findFirst();
    }

    /** The winning value as a string: text, comma-separated texts, ISO date, plain number, true or false, ISO period; null if none. */
    public @Nullable String value(String field) {
        return best(field).map(candidate -> plain(candidate.value())).orElse(null);
    }

    private static String plain(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return text.value();
        } else if (value instanceof FieldValue.Texts texts) {
            return String.join(", ", texts.values());
        } else if (value instanceof FieldValue.Day day) {
            return day.value().toString();
        } else if (value instanceof FieldValue.Money money) {
            return money.value().toPlainString();
        } else if (value instanceof FieldValue.Flag flag) {
            return String.valueOf(flag.value());
        } else if (value instanceof FieldValue.Duration duration) {
            return duration.value().toString();
        } else {
            return ((FieldValue.Choice) value).code();
        }
    }
}

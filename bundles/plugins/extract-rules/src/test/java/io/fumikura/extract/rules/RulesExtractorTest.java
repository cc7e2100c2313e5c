package io.fumikura.extract.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesExtractorTest {

    private static final FieldValue CODE = new FieldValue.Text("AB-12");
    private static final FieldValue WORD = new FieldValue.Text("東京");

    @Test
    void givesThePlaceOnEachPageThatAFindingTouches() throws Exception {
        var document = new DocumentText(List.of(page(1, TextSource.PLAIN, "契約番号 AB", 1), page(2, TextSource.PLAIN, "-12 以上", 1)));
        FieldCandidate candidate =
                new RulesExtractor(List.of(set(source -> List.of(Finding.of("code", CODE, 5, 11, 0.9)))))
                        .extract(request(document, "ja"))
                        .get(0);
        assertThat(candidate.evidence()).extracting("page", "text").containsExactly(tuple(1, "AB"), tuple(2, "-12"));
        assertThat(candidate.confidence()).isEqualTo(0.9);
    }

    @Test
    void neverTakesRecognisedDigitsForCertain() throws Exception {
        var document = new DocumentText(List.of(page(1, TextSource.OCR, "東京 AB-12", 1)));
        var candidates = new RulesExtractor(List.of(set(source ->
                        List.of(Finding.of("code", CODE, 3, 8, 0.95), Finding.of("word", WORD, 0, 2, 0.95)))))
                .extract(request(document, "ja"));
        assertThat(candidates).extracting(FieldCandidate::field, FieldCandidate::confidence)
                .containsExactly(tuple("word", 0.95), tuple("code", 0.76));
    }

    @Test
    void doubtsBadlyPrintedCharacters() throws Exception {
        var document = new DocumentText(List.of(page(1, TextSource.OCR, "東京都", 0.4)));
        var candidates = new RulesExtractor(List.of(set(source -> List.of(Finding.of("word", WORD, 0, 2, 1)))))
                .extract(request(document, "ja"));
        assertThat(candidates.get(0).confidence()).isBetween(0.69, 0.71);
    }

    @Test
    void keepsTheBestOfEqualValues() throws Exception {
        var document = new DocumentText(List.of(page(1, TextSource.PLAIN, "東京と東京", 1)));
        var candidates = new RulesExtractor(List.of(set(
                        source -> List.of(Finding.of("word", WORD, 0, 2, 0.5), Finding.of("word", WORD, 3, 5, 0.7)))))
                .extract(request(document, "ja"));
        assertThat(candidates).singleElement().extracting(FieldCandidate::confidence).isEqualTo(0.7);
    }

    @Test
    void leavesOutALanguageThatThePlanDoesNotAllow() throws Exception {
        var document = new DocumentText(List.of(page(1, TextSource.PLAIN, "This Agreement is made in Tokyo.", 1)));
        var english = new RuleSet(
                "contracts", Optional.of(Language.ENGLISH), List.of(source -> List.of(Finding.of("word", WORD, 26, 31, 1))));
        assertThat(new RulesExtractor(List.of(english)).extract(request(document, "ja"))).isEmpty();
        assertThat(new RulesExtractor(List.of(english)).extract(request(document, "en"))).hasSize(1);
    }

    @Test
    void stopsWhenItsTimeIsOver() {
        var document = new DocumentText(List.of(page(1, TextSource.PLAIN, "東京", 1)));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new RulesExtractor(List.of(set(source -> List.of()))).extract(request(document, "ja")))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static RuleSet set(Rule rule) {
        return new RuleSet("contracts", Optional.empty(), List.of(rule));
    }

    private static PageText page(int number, TextSource source, String text, double confidence) {
        return PageText.builder(number, 595, 842, source).append(text, Box.NONE, confidence).build();
    }

    private static ExtractionRequest request(DocumentText document, String language) {
        return new ExtractionRequest(
                "contracts", "other", List.of(field("code"), field("word")), document, "a.txt",
                Set.of(), Set.of(), Set.of(language), LocalDate.of(2026, 4, 1));
    }

    private static FieldDefinition field(String id) {
        return new FieldDefinition(
                id, new LocalizedText(id, id), FieldType.TEXT, FieldDefinition.Role.MAIN, false, List.of());
    }
}

package io.fumikura.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.Derivation;
import io.fumikura.document.Evidence;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldDefinition.Role;
import io.fumikura.document.FieldType;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandidateMergeTest {

    private static final FieldValue DAY = new FieldValue.Day(LocalDate.of(2024, 4, 1));

    @Test
    void letsTheSurestCandidateWinAndKeepsTheOthers() {
        var merge = merge(TextSource.TEXT_LAYER);
        merge.add("a 1", List.of(text("title", "甲", 0.5, 0, 2)));
        merge.add("b 1", List.of(text("title", "乙", 0.9, 2, 4)));

        assertThat(merge.ranked().get("title"))
                .extracting(one -> one.extractor())
                .containsExactly("b 1", "a 1");
        assertThat(merge.warnings()).isEmpty();
    }

    @Test
    void takesTheSameValueOnce() {
        var merge = merge(TextSource.TEXT_LAYER);
        merge.add("a 1", List.of(text("title", "甲", 0.5, 0, 2)));
        merge.add("b 1", List.of(text("title", "甲", 0.9, 2, 4)));

        assertThat(merge.ranked().get("title")).singleElement().satisfies(one -> assertThat(one.extractor()).isEqualTo("b 1"));
    }

    @Test
    void dropsWhatHasNoPlaceInTheDocumentAndNamesTheExtractor() {
        var merge = merge(TextSource.TEXT_LAYER);
        merge.add("bad 1", List.of(
                new FieldCandidate("title", new FieldValue.Text("x"), 1, List.of(), Optional.empty()),
                text("title", "beyond the end", 1, 0, 5000),
                text("title", "backwards", 1, 5, 3),
                new FieldCandidate("title", new FieldValue.Text("no page"), 1,
                        List.of(new Evidence(9, 0, 1, List.of(), "x")), Optional.empty()),
                text("no_such_field", "x", 1, 0, 2),
                new FieldCandidate("title", DAY, 1, List.of(new Evidence(1, 0, 2, List.of(), "x")), Optional.empty())));

        assertThat(merge.ranked()).isEmpty();
        assertThat(merge.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("extractor.dropped");
            assertThat(warning.message().en()).contains("bad 1").contains("6");
        });
    }

    @Test
    void takesTextAndBoxesOfEvidenceFromTheDocument() {
        var merge = merge(TextSource.TEXT_LAYER);
        merge.add("a 1", List.of(new FieldCandidate("title", new FieldValue.Text("x"), 1,
                List.of(new Evidence(1, 0, 4, List.of(new Box(0.9f, 0.9f, 1, 1)), "made up")), Optional.empty())));

        Evidence evidence = merge.ranked().get("title").get(0).candidate().evidence().get(0);
        assertThat(evidence.text()).isEqualTo("2024");
        assertThat(evidence.boxes()).containsExactly(new Box(0.1f, 0.1f, 0.2f, 0.2f));
    }

    @Test
    void keepsHowAValueWasWorkedOutIfTheLedgerKnowsItsSources() {
        var merge = merge(TextSource.TEXT_LAYER);
        var known = new Derivation(new LocalizedText("件名から", "from the title"), List.of("title"));
        var unknown = new Derivation(new LocalizedText("何か", "something"), List.of("no_such_field"));
        var evidence = List.of(new Evidence(1, 0, 4, List.of(), ""));
        merge.add("a 1", List.of(
                new FieldCandidate("day", DAY, 0.9, evidence, Optional.of(known)),
                new FieldCandidate("title", new FieldValue.Text("x"), 0.9, evidence, Optional.of(unknown))));

        assertThat(merge.ranked().get("day").get(0).candidate().derivation()).contains(known);
        assertThat(merge.ranked().get("title").get(0).candidate().derivation()).isEmpty();
    }

    @Test
    void isNeverSureOfDigitsThatWereRecognised() {
        var merge = merge(TextSource.OCR);
        merge.add("a 1", List.of(
                new FieldCandidate("day", DAY, 0.99, List.of(new Evidence(1, 4, 5, List.of(), "")), Optional.empty()),
                text("title", "2024", 0.99, 0, 4)));

        assertThat(merge.ranked().get("day").get(0).candidate().confidence()).isEqualTo(0.8);
        assertThat(merge.ranked().get("title").get(0).candidate().confidence()).isEqualTo(0.8);
    }

    @Test
    void leavesConfidenceAloneWhereTextWasReadFromTheFile() {
        var merge = merge(TextSource.TEXT_LAYER);
        merge.add("a 1", List.of(text("title", "2024", 0.99, 0, 4)));

        assertThat(merge.ranked().get("title").get(0).candidate().confidence()).isEqualTo(0.99);
    }

    private static CandidateMerge merge(TextSource source) {
        PageText page = PageText.builder(1, 595, 842, source)
                .append("2024年4月1日", new Box(0.1f, 0.1f, 0.2f, 0.2f))
                .build();
        return new CandidateMerge(new DocumentText(List.of(page)), List.of(
                new FieldDefinition("title", new LocalizedText("件名", "Title"), FieldType.TEXT, Role.MAIN, true, List.of()),
                new FieldDefinition("day", new LocalizedText("日", "Day"), FieldType.DATE, Role.MAIN, true, List.of())));
    }

    private static FieldCandidate text(String field, String value, double confidence, int start, int end) {
        return new FieldCandidate(
                field, new FieldValue.Text(value), confidence, List.of(new Evidence(1, start, end, List.of(), "")), Optional.empty());
    }
}

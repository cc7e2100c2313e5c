package io.fumikura.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldDefinition.Role;
import io.fumikura.document.FieldType;
import io.fumikura.document.FieldValue;
import io.fumikura.document.Kind;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.Warning;
import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.text.DocumentText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link DocumentType} must keep. */
public abstract class DocumentTypeContract {

    private static final Set<String> BUILT_IN =
            Set.of("input_state", "number", "kind", "owner", "group", "file_name", "registered", "status", "tags");
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    /** The type under test. */
    protected abstract DocumentType type();

    /** A document of the ledger. */
    protected abstract DocumentText sample();

    /** The kind of {@link #sample()}. */
    protected abstract String sampleKind();

    @Test
    void describesTheSameLedgerEachTime() {
        assertThat(type().ledger()).isEqualTo(type().ledger());
    }

    @Test
    void idsAreLowerCaseAndUnique() {
        LedgerDescription ledger = type().ledger();
        assertThat(ledger.id()).matches("[a-z][a-z0-9-]{0,39}");
        assertThat(ledger.kinds()).isNotEmpty().allMatch(kind -> kind.id().matches("[a-z][a-z0-9-]{0,39}"));
        assertThat(ledger.kinds()).extracting(Kind::id).doesNotHaveDuplicates();
        assertThat(fieldIds()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(BUILT_IN);
    }

    @Test
    void hasLabelsInBothLanguages() {
        LedgerDescription ledger = type().ledger();
        var labels = new ArrayList<LocalizedText>(List.of(ledger.label()));
        ledger.kinds().forEach(kind -> labels.add(kind.label()));
        ledger.fields().forEach(field -> {
            labels.add(field.label());
            field.choices().forEach(choice -> labels.add(choice.label()));
        });
        assertThat(labels).allMatch(label -> !label.ja().isBlank() && !label.en().isBlank());
    }

    @Test
    void mainFieldsComeFirst() {
        assertThat(type().ledger().fields()).extracting(FieldDefinition::role).isSortedAccordingTo(Comparator.comparing(Role::ordinal));
    }

    @Test
    void columnsTitleAndDeadlinesAreFieldsOfTheLedger() {
        LedgerDescription ledger = type().ledger();
        assertThat(ledger.columns()).isNotEmpty().doesNotHaveDuplicates()
                .allMatch(column -> BUILT_IN.contains(column) || fieldIds().contains(column));
        assertThat(fieldIds()).contains(ledger.titleField());
        if (ledger.overdueField() != null) {
            assertThat(definition(ledger.overdueField()).type()).isEqualTo(FieldType.DATE);
        }
        if (ledger.renewedField() != null) {
            assertThat(ledger.overdueField()).isNotNull();
            assertThat(definition(ledger.renewedField()).type()).isEqualTo(FieldType.DATE);
        }
    }

    @Test
    void classifiesTheSample() {
        assertThat(type().classify(sample(), "document.pdf")).hasValueSatisfying(classification -> {
            assertThat(classification.kind()).isEqualTo(sampleKind()).isIn(kindIds());
            assertThat(classification.confidence()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void claimsNoBlankDocuments() {
        assertThat(type().classify(new DocumentText(List.of()), "scan.pdf")).isEmpty();
        assertThat(type().classify(SampleText.plain("", " \n"), "scan.pdf")).isEmpty();
    }

    @Test
    void bearsOddTextsAndNames() {
        for (DocumentText odd : SampleText.odd()) {
            for (String name : List.of("", "😀.pdf", "か\u3099.PDF", "a".repeat(300))) {
                assertThatCode(() -> type().classify(odd, name).ifPresent(classification -> {
                            assertThat(classification.kind()).isIn(kindIds());
                            assertThat(classification.confidence()).isBetween(0.0, 1.0);
                        }))
                        .as("%.40s", odd.text())
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void derivesNothingFromNothing() {
        assertThat(type().derive(Map.of(), TODAY)).isEmpty();
        assertThat(type().check(Map.of())).isEmpty();
    }

    @Test
    void derivesOnlyAbsentFieldsAndSaysHow() {
        for (Map<String, FieldValue> values : someValues()) {
            assertThat(type().derive(typed(values), TODAY)).allSatisfy(derived -> {
                assertThat(values).doesNotContainKey(derived.field());
                assertThat(derived.value().type()).isEqualTo(definition(derived.field()).type());
                assertThat(derived.derivation()).isPresent();
                assertThat(derived.derivation().orElseThrow().fields()).isNotEmpty().isSubsetOf(fieldIds());
            });
        }
    }

    @Test
    void derivesTheSameEachTimeAndInSeveralThreadsAtOnce() throws Exception {
        DocumentType type = type();
        Map<String, FieldCandidate> values = typed(someValues().get(0));
        var answers = Together.run(i -> type.derive(values, TODAY));
        assertThat(answers).containsOnly(answers.get(0));
    }

    @Test
    void warningsAreAboutItsOwnFields() {
        for (Map<String, FieldValue> values : someValues()) {
            for (Warning warning : type().check(values)) {
                assertThat(warning.code()).matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");
                assertThat(warning.message().ja()).isNotBlank();
                assertThat(warning.message().en()).isNotBlank();
                assertThat(warning.fields()).isSubsetOf(fieldIds());
            }
        }
    }

    /** All fields; all but one, for each; each alone; with everyday values, with extremes. */
    private List<Map<String, FieldValue>> someValues() {
        var found = new ArrayList<Map<String, FieldValue>>();
        for (boolean extreme : new boolean[] {false, true}) {
            var all = new HashMap<String, FieldValue>();
            type().ledger().fields().forEach(field -> all.put(field.id(), value(field, extreme)));
            found.add(all);
            for (String field : fieldIds()) {
                var without = new HashMap<>(all);
                without.remove(field);
                found.add(without);
                found.add(Map.of(field, all.get(field)));
            }
        }
        return found;
    }

    private static FieldValue value(FieldDefinition field, boolean extreme) {
        return switch (field.type()) {
            case TEXT -> new FieldValue.Text(extreme ? "あ".repeat(2000) : "業務委託");
            case TEXTS -> new FieldValue.Texts(extreme ? List.of("\ud842", "x") : List.of("甲株式会社", "乙株式会社"));
            case DATE -> new FieldValue.Day(extreme ? LocalDate.of(9999, 12, 31) : LocalDate.of(2026, 3, 31));
            case AMOUNT -> new FieldValue.Money(
                    new BigDecimal(extreme ? "-999999999999999999.9999" : "1100"), Optional.empty());
            case FLAG -> new FieldValue.Flag(!extreme);
            case PERIOD -> new FieldValue.Duration(extreme ? Period.of(998, 11, 30) : Period.ofYears(1));
            case CHOICE -> new FieldValue.Choice(field.choices().get(0).code());
        };
    }

    private static Map<String, FieldCandidate> typed(Map<String, FieldValue> values) {
        var candidates = new HashMap<String, FieldCandidate>();
        values.forEach((field, value) ->
                candidates.put(field, new FieldCandidate(field, value, 1, List.of(), Optional.empty())));
        return candidates;
    }

    private List<String> fieldIds() {
        return type().ledger().fields().stream().map(FieldDefinition::id).toList();
    }

    private List<String> kindIds() {
        return type().ledger().kinds().stream().map(Kind::id).toList();
    }

    private FieldDefinition definition(String id) {
        return type().ledger().fields().stream().filter(field -> field.id().equals(id)).findFirst().orElseThrow();
    }
}

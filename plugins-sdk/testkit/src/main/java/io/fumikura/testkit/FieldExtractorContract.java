package io.fumikura.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fumikura.document.Evidence;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.spi.FieldExtractor;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every {@link FieldExtractor} must keep. */
public abstract class FieldExtractorContract {

    /** The extractor under test. */
    protected abstract FieldExtractor extractor();

    /** A document in which the extractor finds something; see {@link SampleText}. */
    protected abstract ExtractionRequest request();

    /** Fields that it finds in {@link #request()}; not empty. */
    protected abstract Set<String> foundFields();

    @Test
    void nameIsStableLowerCaseWithDashes() {
        assertThat(extractor().name()).matches("[a-z][a-z0-9-]{0,39}").isEqualTo(extractor().name());
    }

    @Test
    void fieldsThatItAddsAreSupportingAndNeverRequired() {
        List<FieldDefinition> added = extractor().fields(request().ledger());
        assertThat(added).doesNotHaveDuplicates().isEqualTo(extractor().fields(request().ledger()));
        assertThat(added).extracting(FieldDefinition::id).doesNotHaveDuplicates();
        assertThat(added).allSatisfy(field -> {
            assertThat(field.role()).isEqualTo(FieldDefinition.Role.SUPPORTING);
            assertThat(field.required()).isFalse();
            assertThat(field.label().ja()).isNotBlank();
            assertThat(field.label().en()).isNotBlank();
        });
    }

    @Test
    void addsNoFieldsToLedgersThatItDoesNotKnow() {
        assertThat(extractor().fields("no-such-ledger")).isEmpty();
    }

    @Test
    void findsWhatStandsInTheSample() throws Exception {
        assertThat(foundFields()).isNotEmpty();
        assertThat(extractor().extract(request()))
                .extracting(FieldCandidate::field)
                .containsAll(foundFields());
    }

    @Test
    void candidatesAreForWantedFieldsAndOfTheirType() throws Exception {
        var types = request().fields().stream()
                .collect(Collectors.toMap(FieldDefinition::id, FieldDefinition::type));
        assertThat(extractor().extract(request())).allSatisfy(candidate -> {
            assertThat(types).containsKey(candidate.field());
            assertThat(candidate.value().type()).isEqualTo(types.get(candidate.field()));
        });
    }

    @Test
    void evidenceLiesInTheDocumentAndQuotesIt() throws Exception {
        DocumentText text = request().text();
        for (FieldCandidate candidate : extractor().extract(request())) {
            assertThat(candidate.evidence().isEmpty() && candidate.derivation().isEmpty())
                    .as("%s has neither evidence nor derivation", candidate.field())
                    .isFalse();
            candidate.evidence().forEach(evidence -> assertQuotes(text, evidence));
        }
    }

    @Test
    void findsTheSameEachTimeAndInSeveralThreadsAtOnce() throws Exception {
        FieldExtractor extractor = extractor();
        List<FieldCandidate> once = extractor.extract(request());
        assertThat(Together.run(i -> extractor.extract(request())))
                .allSatisfy(answer -> assertThat(answer).containsExactlyInAnyOrderElementsOf(once));
    }

    @Test
    void doesNotTrustDigitsThatWereRecognisedFromAnImage() throws Exception {
        ExtractionRequest scanned = with(request(), SampleText.recognised(0.97, request().text()), Function.identity());
        assertThat(extractor().extract(scanned)).allSatisfy(candidate -> {
            if (candidate.evidence().stream().anyMatch(e -> e.text().chars().anyMatch(Character::isDigit))
                    && candidate.value().toString().chars().anyMatch(Character::isDigit)) {
                assertThat(candidate.confidence()).as("%s", candidate.field()).isLessThanOrEqualTo(0.8);
            }
        });
    }

    @Test
    void findsNothingWhenNothingIsWanted() throws Exception {
        assertThat(extractor().extract(with(request(), request().text(), fields -> List.of()))).isEmpty();
    }

    @Test
    void findsNothingInABlankDocument() throws Exception {
        for (DocumentText blank : List.of(new DocumentText(List.of()), SampleText.plain("", " \n\t"))) {
            assertThat(extractor().extract(with(request(), blank, Function.identity())))
                    .as("candidates with evidence")
                    .allMatch(candidate -> candidate.evidence().isEmpty());
        }
    }

    @Test
    void bearsOddTexts() {
        for (DocumentText odd : SampleText.odd()) {
            assertThatCode(() -> {
                        for (FieldCandidate candidate : extractor().extract(with(request(), odd, Function.identity()))) {
                            candidate.evidence().forEach(evidence -> assertQuotes(odd, evidence));
                        }
                    })
                    .as("%.40s", odd.text())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void interruptionIsNoFailureOfTheDocument() throws Exception {
        try {
            Thread.currentThread().interrupt();
            extractor().extract(request());
        } catch (InterruptedException e) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        } finally {
            Thread.interrupted();
        }
    }

    private static void assertQuotes(DocumentText text, Evidence evidence) {
        assertThat(evidence.page()).isBetween(1, text.pages().size());
        PageText page = text.pages().get(evidence.page() - 1);
        assertThat(evidence.start()).isBetween(0, page.text().length());
        assertThat(evidence.end()).isBetween(evidence.start() + 1, page.text().length());
        String quoted = page.text().substring(evidence.start(), evidence.end());
        assertThat(evidence.text()).isEqualTo(quoted.substring(0, Math.min(500, quoted.length())));
    }

    private static ExtractionRequest with(
            ExtractionRequest request,
            DocumentText text,
            Function<List<FieldDefinition>, List<FieldDefinition>> fields) {
        return new ExtractionRequest(
                request.ledger(),
                request.kind(),
                fields.apply(request.fields()),
                text,
                request.fileName(),
                request.ownNames(),
                request.ownNumbers(),
                request.languages(),
                request.today());
    }
}

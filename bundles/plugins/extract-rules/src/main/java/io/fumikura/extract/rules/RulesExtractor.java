package io.fumikura.extract.rules;

import io.fumikura.document.Evidence;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.spi.FieldExtractor;
import io.fumikura.extract.rules.en.EnglishContracts;
import io.fumikura.extract.rules.book.BookRules;
import io.fumikura.extract.rules.ja.JapaneseContracts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reads fields with the rules that suit the document's ledger and language. */
@Component
public final class RulesExtractor implements FieldExtractor {

    /** Of each field so many of the best findings are handed on. */
    private static final int CANDIDATES = 8;

    private static final List<RuleSet> RULES = List.of(JapaneseContracts.RULES, BookRules.RULES, EnglishContracts.RULES);

    private final List<RuleSet> sets;

    @Activate
    public RulesExtractor() {
        this(RULES);
    }

    RulesExtractor(List<RuleSet> sets) {
        this.sets = List.copyOf(sets);
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public List<FieldCandidate> extract(ExtractionRequest request) throws InterruptedException {
        var source = new Source(request);
        var findings = new ArrayList<Finding>();
        for (RuleSet set : sets) {
            for (Rule rule : set.suits(source) ? set.rules() : List.<Rule>of()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("The time for extraction is over.");
                }
                findings.addAll(rule.find(source));
            }
        }
        return candidates(findings, source);
    }

    private static List<FieldCandidate> candidates(List<Finding> findings, Source source) {
        var found = new ArrayList<FieldCandidate>();
        findings.stream()
                .filter(finding -> source.request().wants(finding.field()))
                .map(finding -> candidate(finding, source))
                .sorted(Comparator.comparingDouble(FieldCandidate::confidence).reversed())
                .forEach(candidate -> addOnce(found, candidate));
        return List.copyOf(found);
    }

    /** The same value found by a weaker rule, or elsewhere, says nothing new. */
    private static void addOnce(List<FieldCandidate> found, FieldCandidate candidate) {
        var sameField = found.stream()
                .filter(other -> other.field().equals(candidate.field()))
                .toList();
        if (sameField.size() < CANDIDATES
                && sameField.stream().noneMatch(other -> other.value().equals(candidate.value()))) {
            found.add(candidate);
        }
    }

    private static FieldCandidate candidate(Finding finding, Source source) {
        List<Evidence> evidence = finding.places().stream()
                .flatMap(place -> Evidence.of(source.document(), place.start(), place.end()).stream())
                .toList();
        double confidence = RecognitionDoubt.lower(finding, source);
        return new FieldCandidate(finding.field(), finding.value(), confidence, evidence, finding.derivation());
    }
}

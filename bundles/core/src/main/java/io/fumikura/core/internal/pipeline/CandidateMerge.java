package io.fumikura.core.internal.pipeline;

import io.fumikura.document.Derivation;
import io.fumikura.document.Evidence;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldType;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.Warning;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks what extractors answer against the document, and ranks it. What is not of a wanted field, not of its type, or without evidence
 * in the document is dropped, with one warning per extractor. Not thread-safe; one per document.
 */
final class CandidateMerge {

    /** Values read by OCR that hold digits are never surer than this. */
    static final double MOST_FOR_OCR_DIGITS = 0.8;

    private static final int MOST_PER_FIELD = 20;

    private final DocumentText text;
    private final Map<String, FieldDefinition> fields;
    private final Map<String, List<Candidate>> found = new LinkedHashMap<>();
    private final List<Warning> warnings = new ArrayList<>();

    CandidateMerge(DocumentText text, List<FieldDefinition> fields) {
        this.text = text;
        this.fields = fields.stream().collect(Collectors.toMap(FieldDefinition::id, field -> field, (first, second) -> first));
    }

    /**
     * @param extractor as stored with its values
     * @param candidates as answered; may hold anything
     */
    void add(String extractor, List<FieldCandidate> candidates) {
        int dropped = 0;
        for (FieldCandidate candidate : candidates) {
            Optional<FieldCandidate> good = checked(candidate);
            if (good.isPresent()) {
                keep(new Candidate(good.get(), extractor));
            } else {
                dropped++;
            }
        }
        if (dropped > 0) {
            warnings.add(new Warning(
                    "extractor.dropped",
                    new LocalizedText(
                            extractor + " の候補 " + dropped + " 件は、根拠が文書にないか項目に合わないため除外しました。",
                            dropped + " candidates of " + extractor + " were dropped: no evidence in the document, or not fit for their field."),
                    List.of()));
        }
    }

    /** Candidates per field, best first; the first one is the field's value. */
    Map<String, List<Candidate>> ranked() {
        var ranked = new LinkedHashMap<String, List<Candidate>>();
        found.forEach((field, list) -> ranked.put(field, list.stream()
                .sorted(Comparator.comparingDouble((Candidate one) -> -one.candidate().confidence()))
                .limit(MOST_PER_FIELD)
                .toList()));
        return ranked;
    }

    List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    private void keep(Candidate candidate) {
        List<Candidate> list = found.computeIfAbsent(candidate.candidate().field(), field -> new ArrayList<>());
        for (int i = 0; i < list.size(); i++) {
            FieldCandidate other = list.get(i).candidate();
            if (other.value().equals(candidate.candidate().value())) {
                if (other.confidence() < candidate.candidate().confidence()) {
                    list.set(i, candidate);
                }
                return;
            }
        }
        list.add(candidate);
    }

    @SuppressWarnings("ConstantConditions") // plugins may break the rules of nullness
    private Optional<FieldCandidate> checked(FieldCandidate candidate) {
        if (candidate == null || candidate.field() == null || candidate.value() == null) {
            return Optional.empty();
        }
        FieldDefinition field = fields.get(candidate.field());
        if (field == null || !fits(field, candidate.value()) || candidate.evidence().isEmpty()) {
            return Optional.empty();
        }
        var evidence = new ArrayList<Evidence>();
        for (Evidence one : candidate.evidence()) {
            Optional<Evidence> real = inDocument(one);
            if (real.isEmpty()) {
                return Optional.empty();
            }
            evidence.add(real.get());
        }
        return Optional.of(new FieldCandidate(
                candidate.field(), candidate.value(), confidence(candidate, evidence), evidence, candidate.derivation().filter(this::isOfFields)));
    }

    private boolean isOfFields(Derivation derivation) {
        return !derivation.fields().isEmpty() && fields.keySet().containsAll(derivation.fields());
    }

    static boolean fits(FieldDefinition field, FieldValue value) {
        return value.type() == field.type()
                && (!(value instanceof FieldValue.Choice choice)
                        || field.choices().stream().anyMatch(one -> one.code().equals(choice.code())));
    }

    /** Boxes and text are taken from the document, so that only the place is trusted. */
    private Optional<Evidence> inDocument(Evidence claimed) {
        if (claimed == null || claimed.page() < 1 || claimed.page() > text.pages().size()) {
            return Optional.empty();
        }
        PageText page = text.pages().get(claimed.page() - 1);
        int start = claimed.start();
        int end = claimed.end();
        if (start < 0 || end <= start || end > page.text().length()) {
            return Optional.empty();
        }
        return Optional.of(new Evidence(claimed.page(), start, end, page.boxes(start, end), page.text().substring(start, end)));
    }

    private double confidence(FieldCandidate candidate, List<Evidence> evidence) {
        boolean recognised = evidence.stream()
                .anyMatch(one -> text.pages().get(one.page() - 1).source() == TextSource.OCR);
        return recognised && holdsDigits(candidate.value(), evidence)
                ? Math.min(MOST_FOR_OCR_DIGITS, candidate.confidence())
                : candidate.confidence();
    }

    private static boolean holdsDigits(FieldValue value, List<Evidence> evidence) {
        FieldType type = value.type();
        return type == FieldType.DATE || type == FieldType.AMOUNT || type == FieldType.PERIOD
                || evidence.stream().anyMatch(one -> one.text().codePoints().anyMatch(Character::isDigit));
    }
}

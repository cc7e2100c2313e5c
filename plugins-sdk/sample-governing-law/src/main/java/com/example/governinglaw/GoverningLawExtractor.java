package com.example.governinglaw;

import io.fumikura.document.Evidence;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldDefinition;
import io.fumikura.document.FieldType;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.spi.FieldExtractor;
import io.fumikura.document.text.DocumentText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/** Adds the field 準拠法 (governing law) to contracts and reads it. */
@Component
public final class GoverningLawExtractor implements FieldExtractor {

    private static final String FIELD = "governing_law";
    private static final double CONFIDENCE = 0.85;

    private static final String LAW = "(?<law>[\\p{IsHan}\\p{IsKatakana}ー]{1,20}(?:法|\\s?の\\s?(?:法律|法令|法)))";

    private static final List<Pattern> JAPANESE = List.of(
            Pattern.compile("準拠法\\s?は\\s?[、,]?\\s?" + LAW + "\\s?と"),
            Pattern.compile(LAW + "\\s?(?:に\\s?準拠|を\\s?(?:その\\s?)?準拠法|に\\s?従い|に\\s?従って)"));

    private static final List<Pattern> ENGLISH = List.of(Pattern.compile(
            "(?i:governed\\s+(?:in\\s+all\\s+respects\\s+)?by\\b[^.;]{0,120}?\\blaws?\\s+of\\s+(?:the\\s+)?)"
                    + "(?<law>[A-Z]\\w+(?:\\s+(?:of\\s+|and\\s+)?(?:the\\s+)?[A-Z]\\w+){0,5})"));

    @Override
    public String name() {
        return "governing-law";
    }

    @Override
    public List<FieldDefinition> fields(String ledger) {
        return ledger.equals("contracts")
                ? List.of(new FieldDefinition(
                        FIELD,
                        new LocalizedText("準拠法", "Governing law"),
                        FieldType.TEXT,
                        FieldDefinition.Role.SUPPORTING,
                        false,
                        List.of()))
                : List.of();
    }

    @Override
    public List<FieldCandidate> extract(ExtractionRequest request) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!request.wants(FIELD)) {
            return List.of();
        }
        return patterns(request)
                .map(pattern -> pattern.matcher(request.text().folded()))
                .filter(Matcher::find)
                .map(found -> candidate(request.text(), found))
                .toList();
    }

    private static Stream<Pattern> patterns(ExtractionRequest request) {
        return request.languages().contains("en") ? Stream.concat(JAPANESE.stream(), ENGLISH.stream()) : JAPANESE.stream();
    }

    /** The evidence is what stands in the document; the value has no line breaks. */
    private static FieldCandidate candidate(DocumentText text, Matcher found) {
        int start = found.start("law");
        int end = found.end("law");
        String value = text.folded().substring(start, end).replaceAll("\\s+", " ");
        return new FieldCandidate(
                FIELD,
                new FieldValue.Text(value),
                CONFIDENCE * text.confidence(start, end),
                Evidence.of(text, start, end),
                Optional.empty());
    }
}

package io.fumikura.rest.internal.dto;

import io.fumikura.account.UserId;
import io.fumikura.document.Evidence;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.RecordDetail;
import io.fumikura.document.Warning;
import io.fumikura.document.text.Box;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A record with everything about it. */
public record DetailDto(
        RecordDto record,
        List<LedgerDto.FieldDto> fields,
        Map<String, PresentDto> present,
        Map<String, List<CandidateDto>> candidates,
        List<WarningDto> warnings,
        String memo,
        boolean completedByUser,
        String sha256,
        int pages,
        String registeredBy,
        boolean editable) {

    /** @param boxes left, top, right, bottom as fractions of the page */
    public record EvidenceDto(int page, int start, int end, List<List<Float>> boxes, String text) {

        static EvidenceDto of(Evidence evidence) {
            return new EvidenceDto(
                    evidence.page(), evidence.start(), evidence.end(), fractions(evidence.boxes()), evidence.text());
        }
    }

    static List<List<Float>> fractions(List<Box> boxes) {
        return boxes.stream().map(DetailDto::box).toList();
    }

    static List<Float> box(Box box) {
        return List.of(box.left(), box.top(), box.right(), box.bottom());
    }

    public record DerivationDto(Text rule, List<String> fields) {}

    public record PresentDto(
            ValueDto value,
            double confidence,
            List<EvidenceDto> evidence,
            @Nullable DerivationDto derivation,
            RecordDetail.Origin origin,
            String extractor,
            @Nullable String by,
            Instant since) {

        static PresentDto of(RecordDetail.Present present) {
            FieldCandidate candidate = present.candidate();
            return new PresentDto(
                    ValueDto.of(candidate.value()),
                    candidate.confidence(),
                    candidate.evidence().stream().map(EvidenceDto::of).toList(),
                    derived(candidate),
                    present.origin(),
                    present.extractor(),
                    present.by().map(UserId::toString).orElse(null),
                    present.since());
        }
    }

    public record CandidateDto(
            ValueDto value,
            double confidence,
            List<EvidenceDto> evidence,
            @Nullable DerivationDto derivation,
            String extractor) {

        static CandidateDto of(RecordDetail.Candidate losing) {
            FieldCandidate candidate = losing.candidate();
            return new CandidateDto(
                    ValueDto.of(candidate.value()),
                    candidate.confidence(),
                    candidate.evidence().stream().map(EvidenceDto::of).toList(),
                    derived(candidate),
                    losing.extractor());
        }
    }

    private static @Nullable DerivationDto derived(FieldCandidate candidate) {
        return candidate
                .derivation()
                .map(derivation -> new DerivationDto(Text.of(derivation.rule()), derivation.fields()))
                .orElse(null);
    }

    public record WarningDto(String code, Text message, List<String> fields) {

        static WarningDto of(Warning warning) {
            return new WarningDto(warning.code(), Text.of(warning.message()), warning.fields());
        }
    }

    public static DetailDto of(RecordDetail detail) {
        var present = new TreeMap<String, PresentDto>();
        detail.present().forEach((field, value) -> present.put(field, PresentDto.of(value)));
        var candidates = new TreeMap<String, List<CandidateDto>>();
        detail.candidates()
                .forEach((field, losing) ->
                        candidates.put(field, losing.stream().map(CandidateDto::of).toList()));
        return new DetailDto(
                RecordDto.of(detail.summary()),
                detail.fields().stream().map(LedgerDto.FieldDto::of).toList(),
                present,
                candidates,
                detail.warnings().stream().map(WarningDto::of).toList(),
                detail.memo(),
                detail.completedByUser(),
                detail.sha256(),
                detail.pages(),
                detail.registeredBy(),
                detail.editable());
    }
}

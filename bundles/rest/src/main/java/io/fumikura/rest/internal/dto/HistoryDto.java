package io.fumikura.rest.internal.dto;

import io.fumikura.account.UserId;
import io.fumikura.history.HistoryReader;
import io.fumikura.history.HistoryVerification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The history of a tenant or of the platform. */
public final class HistoryDto {

    private HistoryDto() {}

    public record HistoryPageDto(List<EntryDto> entries, @Nullable String next) {

        public static HistoryPageDto of(HistoryReader.Entries page) {
            return new HistoryPageDto(
                    page.entries().stream().map(EntryDto::of).toList(), page.next().orElse(null));
        }
    }

    public record EntryDto(
            long sequence,
            Instant at,
            @Nullable UUID user,
            String by,
            String actsFor,
            String address,
            String action,
            String subjectType,
            UUID subjectId,
            String subjectName,
            List<FieldChangeDto> changes,
            String reason) {

        static EntryDto of(HistoryReader.Entry entry) {
            return new EntryDto(
                    entry.sequence(),
                    entry.at(),
                    entry.user().map(UserId::value).orElse(null),
                    entry.by(),
                    entry.actsFor(),
                    entry.address(),
                    entry.action(),
                    entry.subjectType(),
                    entry.subjectId(),
                    entry.subjectName(),
                    entry.changes().stream()
                            .map(change -> new FieldChangeDto(change.field(), change.from(), change.to()))
                            .toList(),
                    entry.reason());
        }
    }

    public record FieldChangeDto(String field, String from, String to) {}

    public record SealDto(long number, Instant at, long entries, String root, String authority, String keyId) {

        public static SealDto of(HistoryReader.Seal seal) {
            return new SealDto(
                    seal.number(), seal.at(), seal.entries(), seal.root(), seal.authority(), seal.keyId());
        }
    }

    public record SealedDto(long number) {}

    /** @param files whether the registered files are read and compared as well */
    public record VerificationRequest(HistoryVerification.@Nullable Scope scope, @Nullable Boolean files) {}

    public record VerificationDto(
            HistoryVerification.State state,
            HistoryVerification.Scope scope,
            boolean files,
            Instant started,
            @Nullable Instant ended,
            String by,
            long done,
            long total,
            long filesDone,
            long erasedTexts,
            List<LogDto> logs,
            List<FindingDto> findings) {

        public static VerificationDto of(HistoryVerification.Report report) {
            return new VerificationDto(
                    report.state(),
                    report.scope(),
                    report.files(),
                    report.started(),
                    report.ended().orElse(null),
                    report.by(),
                    report.done(),
                    report.total(),
                    report.filesDone(),
                    report.erasedTexts(),
                    report.logs().stream().map(LogDto::of).toList(),
                    report.findings().stream().map(FindingDto::of).toList());
        }
    }

    public record LogDto(
            String log,
            String name,
            long entries,
            String root,
            @Nullable Long firstBad,
            @Nullable AnchorDto lastGood) {

        static LogDto of(HistoryVerification.LogReport log) {
            return new LogDto(
                    log.log(),
                    log.name(),
                    log.entries(),
                    log.root(),
                    log.firstBad().isPresent() ? log.firstBad().getAsLong() : null,
                    log.lastGood().map(AnchorDto::of).orElse(null));
        }
    }

    public record AnchorDto(String kind, long number, Instant at, long entries) {

        static AnchorDto of(HistoryVerification.Anchor anchor) {
            return new AnchorDto(anchor.kind(), anchor.number(), anchor.at(), anchor.entries());
        }
    }

    public record FindingDto(String code, boolean warning, String log, @Nullable Long sequence, String message) {

        static FindingDto of(HistoryVerification.Finding finding) {
            return new FindingDto(
                    finding.code(),
                    finding.warning(),
                    finding.log(),
                    finding.sequence().isPresent() ? finding.sequence().getAsLong() : null,
                    finding.message());
        }
    }
}

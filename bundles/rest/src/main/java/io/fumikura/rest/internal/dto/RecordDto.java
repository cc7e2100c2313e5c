package io.fumikura.rest.internal.dto;

import io.fumikura.document.InputState;
import io.fumikura.document.RecordSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A record as a row. */
public record RecordDto(
        String id,
        @Nullable String ledger,
        @Nullable Long number,
        @Nullable String kind,
        String fileName,
        String mediaType,
        long size,
        long version,
        InputState state,
        double progress,
        @Nullable ReasonDto reason,
        Map<String, ValueDto> values,
        Account.@Nullable PersonDto owner,
        @Nullable GroupRefDto group,
        List<String> tags,
        Instant registered,
        boolean previewable) {

    public record ReasonDto(String code, String message) {}

    public record GroupRefDto(String id, String name) {}

    public static RecordDto of(RecordSummary summary) {
        var values = new TreeMap<String, ValueDto>();
        summary.values().forEach((field, value) -> values.put(field, ValueDto.of(value)));
        RecordSummary.Reason reason = summary.reason();
        return new RecordDto(
                summary.id().toString(),
                summary.ledger().orElse(null),
                summary.number().orElse(null),
                summary.kind().orElse(null),
                summary.fileName(),
                summary.mediaType(),
                summary.size(),
                summary.version(),
                summary.state(),
                summary.progress(),
                reason == null ? null : new ReasonDto(reason.code(), reason.message()),
                values,
                summary.owner()
                        .map(owner -> new Account.PersonDto(owner.toString(), summary.ownerName()))
                        .orElse(null),
                summary.group()
                        .map(group -> new GroupRefDto(group.toString(), summary.groupName()))
                        .orElse(null),
                summary.tags(),
                summary.registered(),
                summary.previewable());
    }
}

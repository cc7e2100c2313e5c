package io.fumikura.document;

import io.fumikura.account.UserId;
import io.fumikura.people.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as a row of a list.
 *
 * @param ledger empty until the document's ledger is decided
 * @param number management number; empty until the ledger is decided
 * @param kind id of the kind; empty until it is decided
 * @param version for conflict detection; grows with each change
 * @param progress 0…1 while {@link InputState#READING}
 * @param reason code and message for {@link InputState#WAITING} (what is waited for), {@code PROTECTED}, {@code FAILED}; otherwise null
 * @param values present values of main and supporting fields
 * @param group owning group (担当グループ)
 * @param previewable whether pages can be shown
 */
public record RecordSummary(
        RecordId id,
        Optional<String> ledger,
        Optional<Long> number,
        Optional<String> kind,
        String fileName,
        String mediaType,
        long size,
        long version,
        InputState state,
        double progress,
        @Nullable Reason reason,
        Map<String, FieldValue> values,
        Optional<UserId> owner,
        String ownerName,
        Optional<GroupId> group,
        String groupName,
        List<String> tags,
        Instant registered,
        boolean previewable) {

    public RecordSummary {
        values = Map.copyOf(values);
        tags = List.copyOf(tags);
    }

    /** @param code stable, e.g. {@code document.corrupt}, {@code plugin.missing} */
    public record Reason(String code, String message) {}
}

package io.fumikura.rest.internal.dto;

import io.fumikura.document.Records;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests that change a record, and its history. */
public final class Changes {

    private Changes() {}

    /**
     * @param values a field mapped to null is cleared; fields left out stay
     * @param group id of the owning group; empty for none
     */
    public record EditRequest(
            @Nullable Map<String, @Nullable ValueDto> values,
            @Nullable String kind,
            @Nullable String memo,
            @Nullable List<String> tags,
            @Nullable String owner,
            @Nullable String group) {}

    public record CompletionRequest(@Nullable Boolean complete) {}

    public record UnlockRequest(@Nullable String password) {}

    /** @param entry the lines of one action have the same */
    public record ChangeDto(
            long entry, Instant at, String by, String action, String field, String from, String to, String reason) {

        public static ChangeDto of(Records.Change change) {
            return new ChangeDto(
                    change.entry(),
                    change.at(),
                    change.by(),
                    change.action(),
                    change.field(),
                    change.from(),
                    change.to(),
                    change.reason());
        }
    }

    public record Registered(RecordDto record) {}
}

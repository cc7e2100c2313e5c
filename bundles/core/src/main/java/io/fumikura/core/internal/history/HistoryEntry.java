package io.fumikura.core.internal.history;

import java.time.Instant;
import java.util.List;

/**
 * One entry as read back. Texts that were purged are empty.
 *
 * @param sequence its place in its log, from 0 on
 * @param revision of the record that the change made; 0 for other subjects
 */
public record HistoryEntry(
        long sequence,
        long revision,
        Instant at,
        Author by,
        String action,
        Subject subject,
        List<Change> changes,
        String reason) {

    /** The fields that were changed. */
    public List<String> fields() {
        return changes.stream().map(Change::field).filter(field -> !field.isEmpty()).toList();
    }
}

package io.fumikura.core.internal.history;

import java.time.Instant;

/**
 * One entry as read back.
 *
 * @param revision of the record that the change made
 */
public record HistoryEntry(
        long revision, Instant at, String by, String action, String field, String oldValue, String newValue) {}

package io.fumikura.core.internal.history;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action to be written into the history: one event with all that it changed.
 *
 * @param tenant whose log it goes into; null for the platform's own log, e.g. for the failed sign-in of an unknown user
 * @param action stable, lower case, dotted, e.g. {@code user.created}; at most 60 characters
 * @param reason why, as given by the user; empty when nobody gave one
 */
public record HistoryEvent(
        @Nullable UUID tenant, Subject subject, Author by, String action, List<Change> changes, String reason) {

    /** More would not fit into a row; such an action is several events. */
    private static final int MOST_CHANGES = 5_000;

    public HistoryEvent {
        changes = List.copyOf(changes);
        if (changes.size() > MOST_CHANGES) {
            throw new IllegalArgumentException(action + " has " + changes.size() + " changes; split it into events of 5,000.");
        }
        if (action.isEmpty() || action.length() > 60 || subject.type().length() > 20) {
            throw new IllegalArgumentException("Not fit for the history: " + action + " of " + subject.type());
        }
    }
}

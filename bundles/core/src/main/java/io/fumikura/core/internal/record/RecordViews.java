package io.fumikura.core.internal.record;

import io.fumikura.account.Caller;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.RecordId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes into the history who looked at records and took files away. What one person sees of one record within ten minutes is one view. When it can't
 * be written, nothing is shown.
 */
@Component(service = RecordViews.class)
public final class RecordViews {

    private static final Duration TOGETHER = Duration.ofMinutes(10);
    private static final int MOST = 50_000;

    private final Transactions transactions;
    private final Clock clock;
    private final Map<View, Instant> views = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<View, Instant> eldest) {
            return size() > MOST;
        }
    };

    private record View(UUID user, UUID record) {}

    @Activate
    public RecordViews(@Reference Transactions transactions) {
        this(transactions, Clock.systemUTC());
    }

    RecordViews(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The caller, who may, looks at the record. */
    public void viewed(Caller caller, RecordId id) {
        var view = new View(caller.user().value(), id.value());
        if (!begins(view)) {
            return;
        }
        try {
            append(caller, id, "viewed", List.of());
        } catch (RuntimeException e) {
            forget(view);
            throw e;
        }
    }

    /** The caller, who may, gets the file. @param form {@code original} or {@code pdf} */
    public void downloaded(Caller caller, RecordId id, String form) {
        append(caller, id, "downloaded", List.of(new Change("form", "", form)));
    }

    private synchronized boolean begins(View view) {
        Instant now = clock.instant();
        Instant last = views.get(view);
        if (last != null && last.plus(TOGETHER).isAfter(now)) {
            return false;
        }
        views.put(view, now);
        return true;
    }

    private synchronized void forget(View view) {
        views.remove(view);
    }

    private void append(Caller caller, RecordId id, String action, List<Change> changes) {
        transactions.run(entities -> History.append(
                entities,
                new HistoryEvent(
                        caller.tenant().value(),
                        new Subject("record", id.value()),
                        Author.of(caller),
                        History.RECORD + action,
                        changes,
                        "")));
    }
}

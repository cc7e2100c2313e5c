package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.BeforeCommit;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** What one transaction has to write: gathered while it works, appended just before its commit, so that heads are locked shortly. */
final class PendingEntries implements BeforeCommit {

    private final List<Pending> all = new ArrayList<>();

    /** @param revision of the record; 0 for other subjects */
    record Pending(HistoryEvent event, long revision) {

        private boolean isSameAction(HistoryEvent other, long otherRevision) {
            return revision == otherRevision
                    && event.subject().equals(other.subject())
                    && event.action().equals(other.action())
                    && event.by().equals(other.by())
                    && event.reason().equals(other.reason());
        }
    }

    static PendingEntries of(EntityManager entities) {
        return Transactions.beforeCommit(entities, PendingEntries.class, PendingEntries::new);
    }

    void add(HistoryEvent event) {
        all.add(new Pending(event, 0));
    }

    /** Adds to the event of the same action on the same revision, if there is one. */
    void merge(HistoryEvent event, long revision) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isSameAction(event, revision)) {
                var changes = new ArrayList<>(all.get(i).event().changes());
                changes.addAll(event.changes());
                all.set(i, new Pending(
                        new HistoryEvent(
                                event.tenant(), event.subject(), event.by(), event.action(), changes, event.reason()),
                        revision));
                return;
            }
        }
        all.add(new Pending(event, revision));
    }

    /** Several logs in the order of their ids, so that no two transactions wait for each other. */
    @Override
    public void run(EntityManager entities, Secrets secrets, Clock clock) {
        var logs = new TreeMap<UUID, List<Pending>>();
        all.forEach(pending ->
                logs.computeIfAbsent(Logs.of(pending.event().tenant()), log -> new ArrayList<>()).add(pending));
        logs.forEach((log, pending) -> new LogWriter(entities, MacKey.of(secrets), clock, log).append(pending));
    }
}

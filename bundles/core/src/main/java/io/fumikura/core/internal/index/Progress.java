package io.fumikura.core.internal.index;

import io.fumikura.search.spi.SearchException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which entries of the outbox the index has, and who waits for that. Thread-safe. */
final class Progress {

    /** Shown by the index, but not yet durable in it. */
    private final Set<Long> written = new HashSet<>();

    private final Set<Long> refused = new HashSet<>();
    private boolean met;
    private boolean troubled;
    private long steps;

    /** An index has come: what was written to another one counts for nothing. */
    synchronized void meet() {
        written.clear();
        refused.clear();
        met = true;
        step();
    }

    /** The index is gone, or has lost something. */
    synchronized void leave() {
        met = false;
        step();
    }

    synchronized void trouble(boolean present) {
        if (troubled != present) {
            troubled = present;
            step();
        }
    }

    synchronized void written(List<Entry> entries) {
        entries.forEach(entry -> written.add(entry.id()));
        step();
    }

    synchronized void refused(List<Entry> entries) {
        entries.forEach(entry -> refused.add(entry.id()));
        step();
    }

    synchronized void committed(Collection<Long> ids) {
        ids.forEach(written::remove);
        step();
    }

    private void step() {
        steps++;
        notifyAll();
    }

    synchronized boolean isNew(Entry entry) {
        return !written.contains(entry.id()) && !refused.contains(entry.id());
    }

    /** Number of entries that stand in the outbox though the index has seen them. */
    synchronized int known() {
        return written.size() + refused.size();
    }

    synchronized List<Long> written() {
        return List.copyOf(written);
    }

    synchronized boolean isTroubled() {
        return troubled;
    }

    /** @throws SearchException when the last try to feed the index failed */
    void requireNoTrouble() throws SearchException {
        if (isTroubled()) {
            throw new SearchException("The search index does not take records; see the log.", null);
        }
    }

    /** Grows with everything that happens. */
    synchronized long steps() {
        return steps;
    }

    /** Whether the index shows all of the entries, except for those that it refuses. */
    synchronized boolean shows(List<Long> ids) {
        return met && ids.stream().allMatch(id -> written.contains(id) || refused.contains(id));
    }

    /**
     * Waits for something to happen.
     *
     * @param seen {@link #steps} before
     * @param deadline of {@link System#nanoTime}
     * @return whether something did, and all is well
     */
    synchronized boolean await(long seen, long deadline) {
        while (steps == seen && !troubled) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !troubled;
    }
}

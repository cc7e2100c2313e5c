package io.fumikura.core.internal.index;

import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;
import java.time.Duration;
import java.util.List;

/** Feeds one index: what has changed first, then, in between, what it needs to be filled. For the feeder's thread. */
final class Feeding {

    private static final int BATCH = 100;
    /** While more has gathered than one batch takes. */
    private static final int LARGE_BATCH = 1000;

    private static final int UNCOMMITTED = 3000;
    private static final long COMMIT_NANOS = Duration.ofSeconds(3).toNanos();
    /** A commit makes the index write out all that it holds; it should hold much. */
    private static final long COMMIT_NANOS_FILLING = Duration.ofSeconds(10).toNanos();

    private final SearchIndex index;
    private final Outbox outbox;
    private final Backlog backlog;
    private final IndexWriting writing;
    private final Filling filling;
    private final Progress progress;
    private final Runnable lost;
    private long committed = System.nanoTime();
    private int batch = BATCH;
    private volatile boolean filled;

    /** @param lost told when the index may lack what was written */
    Feeding(
            SearchIndex index,
            Outbox outbox,
            Backlog backlog,
            IndexWriting writing,
            Filling filling,
            Progress progress,
            Runnable lost) {
        this.index = index;
        this.outbox = outbox;
        this.backlog = backlog;
        this.writing = writing;
        this.filling = filling;
        this.progress = progress;
        this.lost = lost;
        filled = filling.isFinished();
    }

    boolean isOf(SearchIndex other) {
        return index == other;
    }

    /** Whether the index shows all records of the backlog. */
    boolean isFilled() {
        return filled;
    }

    /** Takes a batch of each. @return whether there may be more */
    boolean round() throws SearchException {
        int known = progress.known();
        List<Entry> entries = outbox.first(known + batch).stream().filter(progress::isNew).toList();
        if (!entries.isEmpty()) {
            progress.refused(OneByOne.give(entries, this::write));
        }
        if (!filled) {
            fill();
        } else if (isCommitDue(COMMIT_NANOS)) {
            commit();
        }
        boolean more = entries.size() >= batch;
        batch = more ? LARGE_BATCH : BATCH;
        return more || outbox.putRenamed() || !filled;
    }

    private void write(List<Entry> entries) throws SearchException {
        writing.write(index, entries);
        filling.written(entries);
        progress.written(entries);
    }

    private void fill() throws SearchException {
        filling.round(index);
        boolean finished = filling.isFinished();
        if (finished || isCommitDue(COMMIT_NANOS_FILLING)) {
            commit();
        }
        filled = finished;
    }

    private boolean isCommitDue(long nanos) {
        int uncommitted = progress.written().size();
        boolean something = uncommitted > 0 || !filled;
        return something && (uncommitted >= UNCOMMITTED || System.nanoTime() - committed > nanos);
    }

    void commit() throws SearchException {
        List<Long> done = progress.written();
        long taken = filling.taken();
        try {
            index.commit();
        } catch (SearchException | RuntimeException e) {
            lost.run();
            throw e;
        }
        outbox.remove(done);
        if (!filled) {
            backlog.removeUpTo(taken);
        }
        committed = System.nanoTime();
        progress.committed(done);
    }

    void close() {
        filling.close();
    }
}

package io.fumikura.core.internal.index;

import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.RecordId;
import io.fumikura.search.spi.IndexedRecord;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fills an index from the backlog in large batches; reads one while the index takes the one before. For the feeder's thread. */
final class Filling {

    private static final int BATCH = 1000;
    /** Of texts in one batch; two batches are held at a time. */
    private static final long CHARACTERS = 3_000_000;

    private final Transactions transactions;
    private final IndexedRecords records;
    private final Consumer<List<Entry>> refused;
    private @Nullable Ahead ahead;
    private long taken = Long.MIN_VALUE;
    private boolean finished;

    /** @param refused keeps the entries that the index refuses */
    Filling(Transactions transactions, IndexedRecords records, boolean finished, Consumer<List<Entry>> refused) {
        this.transactions = transactions;
        this.records = records;
        this.finished = finished;
        this.refused = refused;
    }

    private record Batch(List<Entry> entries, List<IndexedRecord> records) {}

    /** A batch that is being read, and what was written meanwhile: that is newer than what the batch holds. */
    private record Ahead(FutureTask<Batch> batch, Set<RecordId> outdated) {}

    /** Whether nothing is left. */
    boolean isFinished() {
        return finished;
    }

    /** Up to where the index has taken the backlog. */
    long taken() {
        return taken;
    }

    /** Records that were just written, as they are now. */
    void written(List<Entry> entries) {
        if (ahead != null) {
            entries.forEach(entry -> ahead.outdated().add(entry.record()));
        }
    }

    /** Gives the index a batch. It shows it, and keeps it, at the next commit. */
    void round(SearchIndex index) throws SearchException {
        Ahead next = ahead != null ? ahead : begin(taken);
        ahead = null;
        try {
            Batch batch = result(next);
            if (batch.entries().isEmpty()) {
                finished = true;
                return;
            }
            long last = batch.entries().get(batch.entries().size() - 1).id();
            ahead = begin(last);
            index.fill(batch.records().stream()
                    .filter(record -> !next.outdated().contains(record.id()))
                    .toList());
            taken = last;
        } catch (SearchException | RuntimeException e) {
            close();
            roundWithout(index);
        }
    }

    /** A small batch, without those of its records that can't be read or that the index refuses. */
    private void roundWithout(SearchIndex index) throws SearchException {
        List<Entry> entries = transactions.read(entities -> Backlog.after(entities, taken, BATCH / 10));
        if (entries.isEmpty()) {
            finished = true;
            return;
        }
        List<Entry> bad = OneByOne.give(
                entries, part -> index.fill(transactions.read(entities -> records.read(entities, ids(part)))));
        if (!bad.isEmpty()) {
            refused.accept(bad);
        }
        taken = entries.get(entries.size() - 1).id();
    }

    private static List<UUID> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.record().value()).toList();
    }

    private Ahead begin(long place) {
        var task = new FutureTask<>(() -> transactions.read(entities -> {
            List<Entry> entries = Backlog.after(entities, place, BATCH);
            IndexedRecords.Read read = records.read(entities, ids(entries), CHARACTERS);
            return new Batch(entries.subList(0, read.asked()), read.records());
        }));
        var thread = new Thread(task, "fumikura-index-reader");
        thread.setDaemon(true);
        thread.start();
        return new Ahead(task, new HashSet<>());
    }

    private static Batch result(Ahead ahead) {
        try {
            return ahead.batch().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading ahead was interrupted.", e);
        }
    }

    /** For tests. */
    void awaitAhead() {
        if (ahead != null) {
            result(ahead);
        }
    }

    /** Gives up what was read ahead, once it is read. */
    void close() {
        Ahead last = ahead;
        ahead = null;
        if (last != null) {
            try {
                result(last);
            } catch (RuntimeException e) {
                // It is read again, and fails again, when its turn comes.
            }
        }
    }
}

package io.fumikura.core.internal.index;

import io.fumikura.account.PlatformException;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.RecordListener;
import io.fumikura.document.RecordId;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records from the outbox to the search index, on one thread: writes small batches as they come, commits the index now and then, and
 * forgets outbox rows only after that. Goes on by itself when the index is back, and fills an empty one. Immediate, because it must work without
 * anybody asking for it.
 */
@Component(service = {IndexFeeder.class, RecordListener.class}, immediate = true)
public final class IndexFeeder implements RecordListener {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFeeder.class);
    private static final int BATCH = 100;
    private static final int UNCOMMITTED = 1000;
    private static final int WATCHED = 5000;
    private static final long COMMIT_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long IDLE_MILLIS = 1000;
    /** While nobody waits for it, so that an index that shows each batch at once has fewer of them to show. */
    private static final long GATHERING_MILLIS = 150;

    private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Outbox outbox;
    private final IndexWriting writing;
    private final Thread thread = new Thread(this::run, "fumikura-index-feeder");
    /** Guards everything below. */
    private final Object monitor = new Object();

    private final Set<Long> written = new HashSet<>();
    private final Set<Long> refused = new HashSet<>();
    private long rounds;
    private boolean woken;
    private boolean urgent;
    private boolean troubled;
    private volatile boolean stopped;

    private @Nullable SearchIndex fed;
    private long committed = System.nanoTime();

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable SearchIndex index;

    @Activate
    public IndexFeeder(@Reference Transactions transactions, @Reference LedgerCatalog catalog) {
        outbox = new Outbox(transactions);
        writing = new IndexWriting(transactions, new IndexedRecords(catalog), this::isWritten);
        thread.setDaemon(true);
    }

    /** For tests, without a thread: call {@link #round()}. */
    IndexFeeder(Transactions transactions, LedgerCatalog catalog, @Nullable SearchIndex index) {
        this(transactions, catalog);
        this.index = index;
    }

    @Activate
    void start() {
        thread.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        synchronized (monitor) {
            stopped = true;
            monitor.notifyAll();
        }
        // Not interrupted: that would close files of the database and of the index under their feet.
        thread.join(5000);
    }

    /** For tests. */
    void use(@Nullable SearchIndex other) {
        index = other;
    }

    @Override
    public void changed(TenantId tenant, RecordId record) {
        synchronized (monitor) {
            if (!woken) {
                woken = true;
                monitor.notifyAll();
            }
        }
    }

    /**
     * Waits until the index shows everything that the tenant's committed changes have put into the outbox so far, two seconds at most;
     * not at all while thousands of records are indexed anew.
     *
     * @return whether it does
     */
    public boolean awaitVisible(TenantId tenant) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            long seen;
            synchronized (monitor) {
                seen = rounds;
                if (troubled || index == null) {
                    return false;
                }
            }
            List<Long> ids = outbox.ids(tenant, WATCHED);
            if (ids.size() == WATCHED) {
                return false;
            }
            synchronized (monitor) {
                if (ids.stream().allMatch(id -> written.contains(id) || refused.contains(id))) {
                    return true;
                }
                woken = true;
                urgent = true;
                monitor.notifyAll();
                while (rounds == seen) {
                    long left = deadline - System.nanoTime();
                    if (left <= 0 || troubled || !waitFor(left / 1_000_000 + 1)) {
                        return false;
                    }
                }
            }
        }
    }

    private void run() {
        String said = "";
        while (!stopped) {
            String trouble = "";
            try {
                if (round()) {
                    continue;
                }
            } catch (SearchException | RuntimeException e) {
                trouble = String.valueOf(e.getMessage());
                if (!trouble.equals(said)) {
                    LOG.warn("The search index is not up to date: {} It is tried again.", trouble, e);
                }
            }
            if (trouble.isEmpty() && !said.isEmpty()) {
                LOG.info("The search index takes records again.");
            }
            said = trouble;
            synchronized (monitor) {
                troubled = !trouble.isEmpty();
                monitor.notifyAll();
                if (!stopped && (!woken || troubled)) {
                    waitFor(IDLE_MILLIS);
                }
                if (!stopped && woken && !urgent && !troubled) {
                    waitFor(GATHERING_MILLIS);
                }
                woken = false;
                urgent = false;
            }
        }
    }

    /** Holding the monitor. @return false when interrupted */
    private boolean waitFor(long millis) {
        try {
            monitor.wait(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes one batch. @return whether there may be more */
    boolean round() throws SearchException {
        SearchIndex present = index;
        if (present == null) {
            fed = null;
            return false;
        }
        if (present != fed) {
            meet(present);
        }
        int known;
        synchronized (monitor) {
            known = written.size() + refused.size();
        }
        List<Outbox.Entry> entries = outbox.first(known + BATCH).stream().filter(this::isNew).toList();
        if (!entries.isEmpty()) {
            List<Long> bad = writing.write(present, entries);
            synchronized (monitor) {
                refused.addAll(bad);
            }
        }
        if (isCommitDue(known + entries.size())) {
            commit(present);
        }
        return entries.size() >= BATCH;
    }

    private boolean isNew(Outbox.Entry entry) {
        synchronized (monitor) {
            return !written.contains(entry.id()) && !refused.contains(entry.id());
        }
    }

    /** An index that has just come: what was written to another one counts for nothing, and an empty one is filled. */
    private void meet(SearchIndex present) throws SearchException {
        synchronized (monitor) {
            written.clear();
            refused.clear();
        }
        if (present.count() == 0) {
            long all = outbox.addAll();
            if (all > 0) {
                LOG.info("The search index is empty; {} records are indexed anew.", all);
            }
        }
        fed = present;
    }

    private void isWritten(List<Outbox.Entry> entries) {
        synchronized (monitor) {
            entries.forEach(entry -> written.add(entry.id()));
            rounds++;
            monitor.notifyAll();
        }
    }

    private boolean isCommitDue(int uncommitted) {
        synchronized (monitor) {
            return !written.isEmpty()
                    && (uncommitted >= UNCOMMITTED || System.nanoTime() - committed > COMMIT_NANOS);
        }
    }

    void commit(SearchIndex present) throws SearchException {
        List<Long> done;
        synchronized (monitor) {
            done = List.copyOf(written);
        }
        try {
            present.commit();
        } catch (SearchException e) {
            fed = null; // it may lack what was written: meet it as if it had just come
            throw e;
        }
        outbox.remove(done);
        committed = System.nanoTime();
        synchronized (monitor) {
            done.forEach(written::remove);
            rounds++;
            monitor.notifyAll();
        }
    }

    /** How the index is, for health. */
    public String describe() throws SearchException {
        SearchIndex present = index;
        if (present == null) {
            throw new SearchException("No search index is installed; install a search plugin.", null);
        }
        synchronized (monitor) {
            if (troubled) {
                throw new SearchException("The search index does not take records; see the log.", null);
            }
        }
        try {
            return present.count() + " records, " + outbox.size() + " waiting";
        } catch (PlatformException e) {
            throw new SearchException(e.getMessage(), e);
        }
    }
}

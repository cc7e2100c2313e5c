package io.fumikura.core.internal.index;

import io.fumikura.account.PlatformException;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.RecordListener;
import io.fumikura.document.RecordId;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;
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

    private final Outbox outbox;
    private final Backlog backlog;
    private final Transactions transactions;
    private final IndexedRecords records;
    private final Progress progress = new Progress();
    private final Bell bell = new Bell();
    private final OwnWrites ownWrites;
    private final Thread thread = new Thread(this::run, "fumikura-index-feeder");
    /** Of the index that came last, until it goes or loses something. */
    private volatile @Nullable Feeding feeding;

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable SearchIndex index;

    @Activate
    public IndexFeeder(@Reference Transactions transactions, @Reference LedgerCatalog catalog) {
        this.transactions = transactions;
        outbox = new Outbox(transactions);
        backlog = new Backlog(transactions);
        records = new IndexedRecords(catalog);
        ownWrites = new OwnWrites(outbox, progress, bell);
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
        bell.stop();
        // Not interrupted: that would close files of the database and of the index under their feet.
        thread.join(5000);
    }

    /** For tests. */
    void use(@Nullable SearchIndex other) {
        index = other;
    }

    @Override
    public void changed(TenantId tenant, RecordId record) {
        bell.ring();
    }

    /**
     * Waits until the index shows everything that the tenant's committed changes have put into the outbox so far, two seconds at most;
     * not at all while thousands of changes are on their way.
     *
     * @return whether it does
     */
    public boolean awaitVisible(TenantId tenant) {
        return index != null && ownWrites.await(tenant);
    }

    /** Whether there is an index that is still being filled, so that it may lack any record. */
    public boolean isFilling() {
        SearchIndex present = index;
        Feeding fed = feeding;
        return present != null && (fed == null || !fed.isOf(present) || !fed.isFilled());
    }

    private void run() {
        String said = "";
        while (!bell.isStopped()) {
            String trouble = "";
            boolean more = false;
            try {
                more = round();
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
            progress.trouble(!trouble.isEmpty());
            if (!more) {
                bell.await(!trouble.isEmpty());
            }
        }
        leave();
    }

    /** Takes one batch. @return whether there may be more */
    boolean round() throws SearchException {
        SearchIndex present = index;
        Feeding fed = feeding;
        if (fed != null && (present == null || !fed.isOf(present))) {
            leave();
            fed = null;
        }
        if (present == null) {
            return false;
        }
        return (fed == null ? meet(present) : fed).round();
    }

    /** What was written to another index counts for nothing, and an empty one is filled. */
    private Feeding meet(SearchIndex present) throws SearchException {
        if (present.count() == 0) {
            long all = backlog.enterAll();
            if (all > 0) {
                LOG.info("The search index is empty; {} records are indexed anew.", all);
            }
        }
        var met = new Feeding(
                present,
                outbox,
                backlog,
                new IndexWriting(transactions, records),
                new Filling(
                        transactions, records, backlog.isEmpty(), bad -> progress.refused(outbox.add(bad))),
                progress,
                this::leave);
        feeding = met;
        progress.meet();
        return met;
    }

    private void leave() {
        Feeding last = feeding;
        if (last != null) {
            feeding = null;
            progress.leave();
            last.close();
        }
    }

    /** For tests. */
    void commit() throws SearchException {
        Feeding fed = feeding;
        if (fed != null) {
            fed.commit();
        }
    }

    /** How the index is, for health. */
    public Fullness fullness() throws SearchException {
        SearchIndex present = index;
        if (present == null) {
            throw new SearchException("No search index is installed; install a search plugin.", null);
        }
        progress.requireNoTrouble();
        try {
            boolean filling = isFilling();
            long held = present.count();
            return new Fullness(held, filling, filling ? backlog.total() : held, outbox.size());
        } catch (PlatformException e) {
            throw new SearchException(e.getMessage(), e);
        }
    }
}

package io.fumikura.core.internal.index;

import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;

/** A running feeder for tests of other packages. */
public final class TestFeeder {

    private TestFeeder() {}

    public static IndexFeeder started(Transactions transactions, LedgerCatalog catalog, SearchIndex index) {
        var feeder = new IndexFeeder(transactions, catalog, index);
        feeder.start();
        return feeder;
    }

    /** One that does nothing until it is told to {@link #feed}. */
    public static IndexFeeder idle(Transactions transactions, LedgerCatalog catalog, SearchIndex index) {
        return new IndexFeeder(transactions, catalog, index);
    }

    public static void feed(IndexFeeder feeder) throws SearchException {
        while (feeder.round()) {
            // There may be more.
        }
    }

    public static void stop(IndexFeeder feeder) throws InterruptedException {
        feeder.stop();
    }
}

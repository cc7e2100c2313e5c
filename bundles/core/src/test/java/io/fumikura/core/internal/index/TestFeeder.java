package io.fumikura.core.internal.index;

import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.search.spi.SearchIndex;

/** A running feeder for tests of other packages. */
public final class TestFeeder {

    private TestFeeder() {}

    public static IndexFeeder started(Transactions transactions, LedgerCatalog catalog, SearchIndex index) {
        var feeder = new IndexFeeder(transactions, catalog, index);
        feeder.start();
        return feeder;
    }

    public static void stop(IndexFeeder feeder) throws InterruptedException {
        feeder.stop();
    }
}

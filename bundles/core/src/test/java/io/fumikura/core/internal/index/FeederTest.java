package io.fumikura.core.internal.index;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.record.Company;
import io.fumikura.core.internal.record.LoanType;
import io.fumikura.core.internal.record.NewRecord;
import io.fumikura.core.internal.record.PageTexts;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.document.RecordId;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A feeder without a thread between a database and an index in memory, and somebody whose records it feeds. */
abstract class FeederTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    final MemoryIndex index = new MemoryIndex();
    final LedgerCatalog catalog = new LedgerCatalog(List.of(new LoanType()), List.of());
    Transactions transactions;
    IndexFeeder feeder;
    RecordWriter writer;
    Caller clerk;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        feeder = new IndexFeeder(transactions, catalog, index);
        writer = new RecordWriter(transactions, catalog, new PluginCalls(), List.of(feeder));
        clerk = Company.found(transactions, "甲社").hire("花子", Permission.CLERK);
    }

    @AfterEach
    void close() throws InterruptedException {
        if (transactions != null) {
            feeder.stop();
            transactions.close();
        }
    }

    /** A record of one page, in the present transaction. */
    RecordId create(EntityManager entities, String name, String text) {
        var id = RecordId.random();
        writer.create(entities, new NewRecord(id, clerk, Optional.of("loans"), name, "text/plain", 3, "a".repeat(64), null));
        PageTexts.put(entities, id.value(), page(text));
        return id;
    }

    static PageText page(String text) {
        return PageText.builder(1, 0, 0, TextSource.PLAIN).append(text, Box.NONE).build();
    }
}

package io.fumikura.core.internal.pipeline;

import static org.assertj.core.api.Assertions.fail;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.core.internal.events.RecordEvents;
import io.fumikura.core.internal.ingest.Intake;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.core.internal.record.Company;
import io.fumikura.core.internal.record.LoanType;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.document.Ingest.Submitted;
import io.fumikura.document.Ingest.Upload;
import io.fumikura.document.InputState;
import io.fumikura.document.RecordId;
import io.fumikura.document.spi.DocumentType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The part of core that takes and reads documents, over a real database, with small plugins. */
public final class Platform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public final Transactions transactions;
    public final Plugins plugins = new Plugins();
    public final PluginCalls calls = new PluginCalls();
    public final FolderBlobs blobs;
    public final Secrets secrets;
    public final RecordEvents events;
    public final RecordWriter writer;
    public final Company company;
    public final Caller clerk;
    private final Path folder;
    private final LedgerCatalog catalog;
    public Duration awaitExtractor = Duration.ofMinutes(1);
    public Pipeline pipeline;
    public Intake intake;

    public Platform(TestDatabase database, Path folder) {
        this.folder = folder;
        transactions = database.create(folder).open();
        blobs = new FolderBlobs(folder.resolve("blobs"));
        secrets = new Secrets(folder.resolve("keys"));
        events = new RecordEvents(transactions);
        catalog = new LedgerCatalog(List.of(new LoanType()), List.of());
        writer = new RecordWriter(transactions, catalog, new PluginCalls(), List.of(events));
        company = Company.found(transactions, "株式会社見本");
        clerk = company.hire("花子", Permission.VIEWER, Permission.CLERK);
        plugins.tiers().add("tier", Plugin.of("plan 1.0.0", new SamplePlugins.Tier(1000)));
        start();
    }

    /** With reader, document type and extractor, as most tests want it. */
    public Platform complete() {
        plugins.readers().add("reader", Plugin.of("reader 1.0.0", new SamplePlugins.PlainReader()));
        plugins.types().add("type", Plugin.<DocumentType>of("type 1.0.0", new LoanType()));
        plugins.extractors().add("extractor", Plugin.of("extractor 1.0.0", new SamplePlugins.PlainExtractor()));
        return this;
    }

    public static Limits limits() {
        return limits(Duration.ofMinutes(1));
    }

    private static Limits limits(Duration awaitExtractor) {
        Duration shortTime = Duration.ofSeconds(2);
        Duration longTime = Duration.ofMinutes(1);
        return new Limits(2, 20, longTime, longTime, longTime, longTime, shortTime, longTime, awaitExtractor);
    }

    /** As after the end of the process: what ran before is not told to stop. */
    public void start() {
        var cache = new FileCache(folder.resolve("cache"), 1 << 20);
        pipeline = new Pipeline(
                transactions, writer, catalog, secrets, new Blobs(blobs), plugins, cache, limits(awaitExtractor), folder);
        intake = new Intake(
                transactions, writer, catalog, secrets, pipeline, new Blobs(blobs), plugins, calls, folder.resolve("intake"));
    }

    public RecordId upload(String fileName, String content) {
        return ((Submitted.Accepted) submit(fileName, content, Optional.empty())).record().id();
    }

    public Submitted submit(String fileName, String content, Optional<String> password) {
        return intake.submit(
                clerk,
                new Upload(Optional.of("loans"), fileName, password),
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    public RecordRow row(RecordId id) {
        return transactions.read(entities -> entities.find(RecordRow.class, id.value()));
    }

    /** The record once it is in the state. */
    public RecordRow await(RecordId id, InputState state) {
        await(() -> row(id).state == state, () -> "state is " + row(id).state + ", reason " + row(id).reasonMessage);
        return row(id);
    }

    public static void await(BooleanSupplier condition, java.util.function.Supplier<String> otherwise) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail(otherwise.get());
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    public String value(RecordId id, String field) {
        return transactions.read(entities -> Sql.query(
                        entities,
                        "select text_form from field_value where record_id = ? and field = ? and valid_to is null",
                        row -> row.getString(1),
                        id.value(),
                        field)
                .stream()
                .findFirst()
                .orElse(""));
    }

    public long count(String table) {
        return transactions.read(entities -> Sql.query(entities, "select count(*) from " + table, row -> row.getLong(1)).get(0));
    }

    @Override
    public void close() throws Exception {
        intake.close();
        pipeline.close();
        calls.close();
        events.close();
        transactions.close();
    }
}

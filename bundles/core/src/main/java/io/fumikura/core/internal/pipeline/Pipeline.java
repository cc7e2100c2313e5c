package io.fumikura.core.internal.pipeline;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.DataFolder;
import io.fumikura.core.internal.persistence.NodeName;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plan.Tiers;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.core.internal.record.Jobs;
import io.fumikura.core.internal.record.PageTexts;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.core.internal.storage.WorkFolder;
import io.fumikura.document.RecordId;
import io.fumikura.health.spi.HealthCheck;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Reads documents in the background: puts the pieces together, and is what the rest of core sees of them. Immediate, because documents are read
 * whether or not anybody holds this service.
 */
@Component(
        service = {Pipeline.class, Jobs.class, HealthCheck.class},
        immediate = true,
        configurationPid = "io.fumikura.core.pipeline")
@Designate(ocd = PipelineConfig.class)
public final class Pipeline implements Jobs, HealthCheck {

    private final Transactions transactions;
    private final Secrets secrets;
    private final PluginCalls calls = new PluginCalls();
    private final ExecutorService storing = Executors.newCachedThreadPool(named("fumikura-store"));
    private final ExecutorService recognising;
    private final JobRunner runner;
    private final PasswordTrial passwords;
    private final AutoCloseable listening;

    @Activate
    public Pipeline(
            @Reference Transactions transactions,
            @Reference RecordWriter writer,
            @Reference LedgerCatalog catalog,
            @Reference Secrets secrets,
            @Reference Blobs blobs,
            @Reference Plugins plugins,
            @Reference FileCache cache,
            PipelineConfig config) {
        this(transactions, writer, catalog, secrets, blobs, plugins, cache, Limits.of(config), DataFolder.path());
    }

    /** @param data folder for work in progress and the identity of this installation */
    public Pipeline(
            Transactions transactions,
            RecordWriter writer,
            LedgerCatalog catalog,
            Secrets secrets,
            Blobs blobs,
            Plugins plugins,
            FileCache cache,
            Limits limits,
            Path data) {
        this.transactions = transactions;
        this.secrets = secrets;
        Path work = data.resolve("work").resolve("jobs");
        WorkFolder.delete(work);
        recognising = Executors.newFixedThreadPool(limits.workers(), named("fumikura-recognise"));
        var choice = new PluginChoice(plugins, calls);
        var presence = new ExtractorPresence(plugins.extractors(), limits.awaitExtractor(), Clock.systemUTC());
        var conversions = new Conversions(calls, choice, cache, limits.convert());
        var way = new DocumentWay(
                transactions,
                writer,
                catalog,
                secrets,
                blobs,
                choice,
                new Reading(calls, choice, conversions, recognising, limits),
                new Classifying(plugins, calls, limits.extract()),
                new Extracting(presence, calls, new Tiers(plugins, calls), transactions, limits.extract()),
                storing,
                work);
        passwords = new PasswordTrial(calls, choice, blobs, limits, work);
        String node = NodeName.of(data);
        runner = new JobRunner(
                transactions, writer, way, new JobTable(node), presence, new ExtractorMarks(node), limits.workers());
        listening = plugins.onChange(runner::pluginsChanged);
        runner.start();
    }

    @Deactivate
    public void close() throws Exception {
        listening.close();
        calls.close();
        runner.close();
        recognising.shutdownNow();
        storing.shutdown();
    }

    /** Queues a new record; joins the present transaction. */
    public void enqueue(EntityManager entities, TenantId tenant, RecordId record) {
        JobTable.enqueue(entities, tenant, record);
        transactions.afterCommit(runner::wake);
    }

    /** Whether no document is being read at the moment. */
    public boolean isIdle() {
        return runner.isIdle();
    }

    /** Calls the listener, which must be quick, whenever reading of a record has come to an end, good or bad. */
    public AutoCloseable onRead(Consumer<RecordId> listener) {
        return runner.onEnd(listener);
    }

    @Override
    public void requeue(RecordId record) {
        transactions.run(entities -> {
            RecordRow row = entities.find(RecordRow.class, record.value());
            if (row != null) {
                PageTexts.clear(entities, record.value());
                enqueue(entities, new TenantId(row.tenant), record);
            }
        });
    }

    @Override
    public boolean opens(RecordId record, String password) {
        RecordRow row = transactions.read(entities -> entities.find(RecordRow.class, record.value()));
        return row != null && passwords.opens(StoredDocument.of(row, secrets), password);
    }

    @Override
    public String part() {
        return "plugins";
    }

    @Override
    public Health check() {
        Map<String, Integer> hanging = calls.hanging();
        return hanging.isEmpty()
                ? Health.ok("No call of a plugin hangs.")
                : Health.warning(
                        "Calls of plugins hang: " + hanging + ". Update or restart these bundles.",
                        "プラグインが応答していません: " + hanging + "。これらのバンドルを更新するか再起動してください。");
    }

    private static ThreadFactory named(String name) {
        var count = new AtomicInteger();
        return work -> {
            var thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}

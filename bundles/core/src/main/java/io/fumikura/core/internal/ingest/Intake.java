package io.fumikura.core.internal.ingest;

import io.fumikura.account.Caller;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.access.RecordAccess;
import io.fumikura.core.internal.identify.ContentIdentifier;
import io.fumikura.core.internal.identify.FileNames;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.PendingUploadRow;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.persistence.DataFolder;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.pipeline.Pipeline;
import io.fumikura.core.internal.pipeline.PluginChoice;
import io.fumikura.core.internal.plan.Tiers;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.core.internal.storage.WorkFolder;
import io.fumikura.document.Ingest;
import io.fumikura.document.spi.MediaType;
import io.fumikura.plan.spi.Terms;
import io.fumikura.storage.spi.StorageException;
import io.fumikura.storage.spi.StoredBlob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files in. */
@Component(service = Ingest.class)
public final class Intake implements Ingest {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    /** However much a tier allows. */
    private static final long MOST_BYTES = 500L * 1024 * 1024;

    private final Blobs blobs;
    private final Tiers tiers;
    private final BlobHolds holds;
    private final TypeCheck types;
    private final Registration registration;
    private final SameBytes sameBytes = new SameBytes();
    private final ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "fumikura-pending");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Intake(
            @Reference Transactions transactions,
            @Reference RecordWriter writer,
            @Reference LedgerCatalog catalog,
            @Reference Secrets secrets,
            @Reference Pipeline pipeline,
            @Reference Blobs blobs,
            @Reference Plugins plugins,
            @Reference PluginCalls calls) {
        this(transactions, writer, catalog, secrets, pipeline, blobs, plugins, calls, DataFolder.path());
    }

    /** @param data folder for temporary copies */
    public Intake(
            Transactions transactions,
            RecordWriter writer,
            LedgerCatalog catalog,
            Secrets secrets,
            Pipeline pipeline,
            Blobs blobs,
            Plugins plugins,
            PluginCalls calls,
            Path data) {
        this.blobs = blobs;
        Path work = data.resolve("work").resolve("uploads");
        WorkFolder.delete(work);
        tiers = new Tiers(plugins, calls);
        holds = new BlobHolds(transactions, blobs);
        types = new TypeCheck(new PluginChoice(plugins, calls), blobs, work);
        registration = new Registration(transactions, writer, catalog, secrets, pipeline);
        housekeeping.scheduleWithFixedDelay(this::expire, 1, 15, TimeUnit.MINUTES);
    }

    @Deactivate
    public void close() {
        housekeeping.shutdown();
    }

    @Override
    public Submitted submit(Caller caller, Upload upload, InputStream data) {
        RecordAccess.requireEdit(caller);
        String fileName = FileNames.clean(upload.fileName());
        upload.ledger().ifPresent(ledger -> {
            if (!registration.isKnownLedger(caller.tenant(), ledger)) {
                throw Refusals.unknownLedger(ledger);
            }
        });
        TenantRow tenant = registration.tenant(caller);
        try {
            Terms terms = terms(tenant);
            if (upload.size().orElse(0) > most(terms)) {
                throw Refusals.tooLarge(most(terms));
            }
            registration.checkQuota(tenant, terms.monthlyUploads());
            return submit(caller, upload, fileName, data, tenant, terms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.storage(e);
        }
    }

    private Submitted submit(Caller caller, Upload upload, String fileName, InputStream data, TenantRow tenant, Terms terms)
            throws InterruptedException {
        long deletions = holds.deletions();
        var incoming = new IncomingStream(
                data, most(terms), ContentIdentifier.headLength());
        StoredBlob blob = put(caller.tenant(), incoming, terms);
        boolean registered = false;
        boolean held = false;
        try {
            holds.hold(caller.tenant(), blob.sha256(), deletions);
            held = true;
            MediaType type = blob.size() == 0 ? empty() : types.check(caller.tenant(), blob.sha256(), incoming.head(), fileName);
            Submitted submitted = sameBytes.oneByOne(blob.sha256(), () ->
                    registration.register(caller, upload, fileName, blob, type, tenant, terms));
            registered = true;
            return submitted;
        } catch (StorageException | IOException e) {
            throw Refusals.storage(e);
        } finally {
            if (held) {
                holds.release(caller.tenant(), blob.sha256());
            }
            if (!registered) {
                discard(caller.tenant(), blob.sha256());
            }
        }
    }

    private static long most(Terms terms) {
        return Math.min(MOST_BYTES, terms.maximumFileSize());
    }

    private static MediaType empty() {
        throw Refusals.empty();
    }

    private StoredBlob put(TenantId tenant, IncomingStream incoming, Terms terms) {
        try {
            return blobs.store().put(tenant, incoming);
        } catch (StorageException e) {
            if (incoming.isTooLarge()) {
                throw Refusals.tooLarge(most(terms));
            }
            if (incoming.isBrokenOff()) {
                throw Refusals.incomplete(e);
            }
            LOG.warn("A file could not be stored.", e);
            throw Refusals.storage(e);
        }
    }

    @Override
    public Submitted.Accepted confirm(Caller caller, UUID pending) {
        RecordAccess.requireEdit(caller);
        try {
            TenantRow tenant = registration.tenant(caller);
            return registration.confirm(caller, pending, tenant, terms(tenant));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.storage(e);
        }
    }

    @Override
    public void cancel(Caller caller, UUID pending) {
        RecordAccess.requireEdit(caller);
        discard(caller.tenant(), registration.cancel(caller, pending));
    }

    /** Pending duplicates refer to bytes of a record, so that there is rarely anything to delete; records may go, though. */
    private void expire() {
        try {
            for (PendingUploadRow row : registration.expire()) {
                discard(new TenantId(row.tenant), row.sha256);
            }
        } catch (RuntimeException e) {
            LOG.debug("Pending uploads are looked at again later.", e);
        }
    }

    private void discard(TenantId tenant, String sha256) {
        try {
            holds.discard(tenant, sha256);
        } catch (RuntimeException e) {
            LOG.warn("A refused file stays in the store: {}", e.getMessage());
        }
    }

    private Terms terms(TenantRow tenant) throws InterruptedException {
        return tiers.terms(tenant.plan).orElseThrow(() -> Refusals.noPlan(tenant.plan));
    }
}

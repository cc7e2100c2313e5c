package io.fumikura.core.internal.ingest;

import io.fumikura.account.Caller;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.access.Viewer;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.PendingUploadRow;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.pipeline.Pipeline;
import io.fumikura.core.internal.record.NewRecord;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.core.internal.record.Summaries;
import io.fumikura.document.Ingest.Submitted;
import io.fumikura.document.Ingest.Upload;
import io.fumikura.document.RecordId;
import io.fumikura.document.RecordSummary;
import io.fumikura.document.spi.MediaType;
import io.fumikura.plan.spi.Terms;
import io.fumikura.storage.spi.StoredBlob;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Registers stored files as records, or as pending duplicates: one short transaction each. */
final class Registration {

    private static final Duration PENDING = Duration.ofHours(24);
    private static final int MOST_ORIGINALS = 10;

    private final Transactions transactions;
    private final RecordWriter writer;
    private final LedgerCatalog catalog;
    private final Secrets secrets;
    private final Pipeline pipeline;

    Registration(
            Transactions transactions, RecordWriter writer, LedgerCatalog catalog, Secrets secrets, Pipeline pipeline) {
        this.transactions = transactions;
        this.writer = writer;
        this.catalog = catalog;
        this.secrets = secrets;
        this.pipeline = pipeline;
    }

    TenantRow tenant(Caller caller) {
        return transactions.read(entities -> entities.find(TenantRow.class, caller.tenant().value()));
    }

    /** Nothing is counted; only spares the sender the way. */
    void checkQuota(TenantRow tenant, OptionalLong limit) {
        transactions.relaxed(entities -> Quota.check(entities, tenant.id, zone(tenant), limit));
    }

    /** A ledger whose document type is away at the moment is known as long as the tenant has numbers in it. */
    boolean isKnownLedger(TenantId tenant, String ledger) {
        return catalog.ledger(ledger).isPresent()
                || !transactions.read(entities -> Sql.query(
                                entities,
                                "select 1 from number_counter where tenant_id = ? and ledger = ?",
                                row -> 1,
                                tenant.value(),
                                ledger))
                        .isEmpty();
    }

    /** Registers the file, or, when its bytes are registered already, keeps it pending. */
    Submitted register(Caller caller, Upload upload, String fileName, StoredBlob blob, MediaType type, TenantRow tenant, Terms terms) {
        return transactions.retried(entities -> {
            if (isKnown(entities, caller.tenant(), blob.sha256())) {
                PendingUploadRow pending = pending(caller, upload, fileName, blob, type);
                entities.persist(pending);
                return new Submitted.Duplicate(pending.id, originals(entities, caller, blob.sha256()));
            }
            return accept(entities, tenant, terms, new NewRecord(
                    RecordId.random(),
                    caller,
                    upload.ledger(),
                    fileName,
                    type.value(),
                    blob.size(),
                    blob.sha256(),
                    upload.password().map(password -> seal(caller, password)).orElse(null)));
        });
    }

    /** Registers a pending duplicate. */
    Submitted.Accepted confirm(Caller caller, UUID id, TenantRow tenant, Terms terms) {
        return transactions.retried(entities -> {
            PendingUploadRow pending = take(entities, caller, id);
            return accept(entities, tenant, terms, new NewRecord(
                    RecordId.random(),
                    caller,
                    Optional.ofNullable(pending.ledger),
                    pending.fileName,
                    pending.mediaType,
                    pending.size,
                    pending.sha256,
                    pending.passwordEncrypted));
        });
    }

    /** Forgets a pending duplicate. @return its hash */
    String cancel(Caller caller, UUID id) {
        return transactions.required(entities -> take(entities, caller, id).sha256);
    }

    /** Forgets all that waited longer than a day; tells what they were. */
    List<PendingUploadRow> expire() {
        return transactions.read(entities -> {
            List<PendingUploadRow> old = entities
                    .createQuery("select p from PendingUploadRow p where p.created < :limit", PendingUploadRow.class)
                    .setParameter("limit", Instant.now().minus(PENDING))
                    .setMaxResults(1000)
                    .getResultList();
            old.forEach(row -> delete(entities, row.id));
            return old;
        });
    }

    private Submitted.Accepted accept(EntityManager entities, TenantRow tenant, Terms terms, NewRecord wanted) {
        RecordRow record = writer.create(entities, wanted);
        pipeline.enqueue(entities, wanted.caller().tenant(), wanted.id());
        RecordSummary summary = Summaries.of(entities, record);
        // Last, because it holds the row for which all uploads of the tenant wait.
        Quota.use(entities, tenant.id, zone(tenant), terms.monthlyUploads());
        return new Submitted.Accepted(summary);
    }

    /** Whoever deletes the row has it; a second confirmation finds nothing. */
    private static PendingUploadRow take(EntityManager entities, Caller caller, UUID id) {
        PendingUploadRow pending = find(entities, caller, id).orElseThrow(Refusals::unknownPending);
        if (delete(entities, id) == 0) {
            throw Refusals.unknownPending();
        }
        return pending;
    }

    private static Optional<PendingUploadRow> find(EntityManager entities, Caller caller, UUID id) {
        return Optional.ofNullable(entities.find(PendingUploadRow.class, id))
                .filter(row -> row.tenant.equals(caller.tenant().value()) && row.user.equals(caller.user().value()))
                .filter(row -> row.created.isAfter(Instant.now().minus(PENDING)));
    }

    private static int delete(EntityManager entities, UUID id) {
        return Sql.update(entities, "delete from pending_upload where id = ?", id);
    }

    private static boolean isKnown(EntityManager entities, TenantId tenant, String sha256) {
        return !Sql.query(
                        entities,
                        "select 1 from record where tenant_id = ? and sha256 = ? fetch first 1 rows only",
                        row -> 1,
                        tenant.value(),
                        sha256)
                .isEmpty();
    }

    /** Of the records with the same bytes, those that the caller may see. */
    private static List<RecordSummary> originals(EntityManager entities, Caller caller, String sha256) {
        return Summaries.of(
                entities,
                new Viewer(entities, caller)
                        .query("select r from RecordRow r", "and r.sha256 = :sha order by r.registeredAt", RecordRow.class)
                        .setParameter("sha", sha256)
                        .setMaxResults(MOST_ORIGINALS)
                        .getResultList());
    }

    private PendingUploadRow pending(Caller caller, Upload upload, String fileName, StoredBlob blob, MediaType type) {
        var row = new PendingUploadRow();
        row.id = UUID.randomUUID();
        row.tenant = caller.tenant().value();
        row.user = caller.user().value();
        row.sha256 = blob.sha256();
        row.size = blob.size();
        row.fileName = fileName;
        row.ledger = upload.ledger().orElse(null);
        row.passwordEncrypted = upload.password().map(password -> seal(caller, password)).orElse(null);
        row.mediaType = type.value();
        row.created = Instant.now();
        return row;
    }

    private String seal(Caller caller, String password) {
        return secrets.encrypt(password, caller.tenant().toString());
    }

    private static ZoneId zone(TenantRow tenant) {
        return ZoneId.of(tenant.timeZone);
    }
}

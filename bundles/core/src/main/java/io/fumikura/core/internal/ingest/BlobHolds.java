package io.fumikura.core.internal.ingest;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.storage.spi.StorageException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is about to refer to a blob. A blob is deleted when an upload is refused and nothing refers to it: no row, and no other upload of the
 * same bytes that is on its way.
 */
final class BlobHolds {

    private static final Logger LOG = LoggerFactory.getLogger(BlobHolds.class);

    private final Transactions transactions;
    private final Blobs blobs;
    private final Map<Key, Integer> holders = new HashMap<>();
    private final AtomicLong deletions = new AtomicLong();

    private record Key(TenantId tenant, String sha256) {}

    BlobHolds(Transactions transactions, Blobs blobs) {
        this.transactions = transactions;
        this.blobs = blobs;
    }

    /** Number of deletions so far, to be asked before a blob is put. */
    long deletions() {
        return deletions.get();
    }

    /**
     * Holds a blob that was put.
     *
     * @param deletionsBefore {@link #deletions} before the put: if there were any since, the blob may be gone again
     * @throws StorageException when it is
     */
    void hold(TenantId tenant, String sha256, long deletionsBefore) throws StorageException {
        synchronized (holders) {
            holders.merge(new Key(tenant, sha256), 1, Integer::sum);
        }
        if (deletions.get() != deletionsBefore) {
            verify(tenant, sha256);
        }
    }

    private void verify(TenantId tenant, String sha256) throws StorageException {
        try (var in = blobs.store().open(tenant, sha256)) {
            in.read();
        } catch (java.io.IOException e) {
            release(tenant, sha256);
            throw new StorageException("The blob can't be read back.", e);
        } catch (StorageException e) {
            release(tenant, sha256);
            throw e;
        }
    }

    void release(TenantId tenant, String sha256) {
        synchronized (holders) {
            holders.computeIfPresent(new Key(tenant, sha256), (key, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Deletes the blob unless somebody refers to it. Called by one who does not hold it any more. */
    void discard(TenantId tenant, String sha256) {
        synchronized (holders) {
            if (holders.containsKey(new Key(tenant, sha256)) || isReferred(tenant, sha256)) {
                return;
            }
            deletions.incrementAndGet();
            try {
                blobs.store().delete(tenant, sha256);
            } catch (StorageException e) {
                LOG.warn("A refused file stays in the store: {}", e.getMessage());
            }
        }
    }

    private boolean isReferred(TenantId tenant, String sha256) {
        return !transactions.read(entities -> Sql.query(
                        entities,
                        "select 1 from record where tenant_id = ? and sha256 = ? union all"
                                + " select 1 from pending_upload where tenant_id = ? and sha256 = ?",
                        row -> 1,
                        tenant.value(),
                        sha256,
                        tenant.value(),
                        sha256))
                .isEmpty();
    }
}

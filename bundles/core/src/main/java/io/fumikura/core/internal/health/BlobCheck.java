package io.fumikura.core.internal.health;

import io.fumikura.account.TenantId;
import io.fumikura.health.spi.HealthCheck;
import io.fumikura.storage.spi.BlobStore;
import io.fumikura.storage.spi.StorageException;
import io.fumikura.storage.spi.StoredBlob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a blob can be written, read and removed: tried with a small one of no tenant, at most once a minute. */
@Component(configurationPid = "io.fumikura.core")
public final class BlobCheck implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(BlobCheck.class);
    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));
    private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();

    /** Its target is {@code blobstore.target} in the configuration {@code io.fumikura.core}. */
    @Reference(
            name = "blobstore",
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable BlobStore store;

    private @Nullable BlobStore tried;
    private Health last = Health.ok("");
    private long at;

    @Activate
    public BlobCheck() {}

    /** For tests. */
    BlobCheck(@Nullable BlobStore store) {
        this.store = store;
    }

    @Override
    public String part() {
        return "blobs";
    }

    @Override
    public synchronized Health check() {
        BlobStore present = store;
        if (present == null) {
            return Health.error(
                    "No blob store is installed; uploads and previews do not work.",
                    "ファイルの保管先が組み込まれていないため、登録もプレビューもできません。",
                    true);
        }
        if (present != tried || System.nanoTime() - at > KEPT_NANOS || last.status() != Status.OK) {
            last = attempt(present);
            tried = present;
            at = System.nanoTime();
        }
        return last;
    }

    private static Health attempt(BlobStore store) {
        byte[] probe = "fumikura".getBytes(StandardCharsets.US_ASCII);
        try {
            StoredBlob blob = store.put(NOBODY, new ByteArrayInputStream(probe));
            byte[] read;
            try (var data = store.open(NOBODY, blob.sha256())) {
                read = data.readAllBytes();
            }
            store.delete(NOBODY, blob.sha256());
            return Arrays.equals(probe, read)
                    ? Health.ok("Blobs are written and read.")
                    : Health.error("A blob came back altered.", "書き込んだファイルが、違う内容で読み出されました。ディスクを確認してください。", true);
        } catch (StorageException | IOException e) {
            LOG.warn("Blobs can't be written or read.", e);
            return Health.error(
                    "Blobs can't be written or read; see the log.", "ファイルの書き込みまたは読み出しができません。ログを確認してください。", true);
        }
    }
}

package io.fumikura.core.internal.storage;

import io.fumikura.account.PlatformException;
import io.fumikura.account.TenantId;
import io.fumikura.storage.spi.BlobStore;
import io.fumikura.storage.spi.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The store of documents' bytes, as it is now: the plugin may be replaced, chosen by {@code blobstore.target} of this PID. */
@Component(service = Blobs.class, configurationPid = "io.fumikura.core")
public final class Blobs {

    @Reference(
            name = "blobstore",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable BlobStore store;

    @Activate
    public Blobs() {}

    /** With a store that stays. */
    public Blobs(BlobStore store) {
        this.store = store;
    }

    /** @throws PlatformException {@code storage.unavailable} while there is none */
    public BlobStore store() {
        BlobStore now = store;
        if (now == null) {
            throw new PlatformException(
                    PlatformException.Category.UNAVAILABLE,
                    "storage.unavailable",
                    "No blob store is running at the moment; try again.");
        }
        return now;
    }

    public boolean isThere() {
        return store != null;
    }

    /** Opens a blob; damage that is found while reading becomes a {@link PlatformException}. */
    public InputStream open(TenantId tenant, String sha256) throws StorageException {
        return StorageTrouble.telling(store().open(tenant, sha256));
    }

    /** Copies a blob into a new file, verified. @throws StorageException also for damage that is found while reading */
    public void copy(TenantId tenant, String sha256, Path target) throws StorageException, IOException {
        try (InputStream in = store().open(tenant, sha256)) {
            Files.copy(in, target);
        } catch (IOException e) {
            throw StorageTrouble.ofBlob(e);
        }
    }
}

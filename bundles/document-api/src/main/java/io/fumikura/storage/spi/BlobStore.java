package io.fumikura.storage.spi;

import io.fumikura.account.TenantId;
import java.io.InputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps blobs by their content, per tenant: written once, never changed, encrypted at rest, verified on every read. One
 * tenant's blobs can't be opened with another tenant's id. Thread-safe.
 */
@ConsumerType
public interface BlobStore {

    /**
     * Streams the bytes in, hashing on the way. When it returns, they are durable (fsynced, or acknowledged by the remote
     * store); when it throws, nothing is kept. Storing the same bytes again is cheap and gives the same blob. Memory use does
     * not depend on the length.
     *
     * @param data read to its end; not closed
     * @throws StorageException when the bytes can't be made durable, or reading {@code data} fails (the cause is then the
     *     {@link java.io.IOException} of the stream)
     */
    StoredBlob put(TenantId tenant, InputStream data) throws StorageException;

    /**
     * Opens a blob. The stream throws an {@link java.io.IOException}, at its end at the latest, when the bytes are not those
     * that were stored; its cause is then {@link StorageException#damaged}.
     *
     * @throws StorageException with {@link StorageException#isDamaged()} when that is seen at once, {@link StorageException#isMissing()} when the tenant has no such blob
     */
    InputStream open(TenantId tenant, String sha256) throws StorageException;

    /** Removes a blob; no error when there is none. Only called when nothing refers to it. */
    void delete(TenantId tenant, String sha256) throws StorageException;
}

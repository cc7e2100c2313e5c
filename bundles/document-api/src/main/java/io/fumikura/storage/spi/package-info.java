/**
 * Storage SPI: where the bytes of documents rest. Implement {@link io.fumikura.storage.spi.BlobStore}, register it with
 * Declarative Services, extend {@code BlobStoreContract} of the test kit. Core calls it from many threads at once and chooses the
 * store by the configuration {@code io.fumikura.core} ({@code blobstore.target}).
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.storage.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

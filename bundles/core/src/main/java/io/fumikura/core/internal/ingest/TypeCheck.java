package io.fumikura.core.internal.ingest;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.identify.ContentIdentifier;
import io.fumikura.core.internal.identify.Identity;
import io.fumikura.core.internal.pipeline.PluginChoice;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.core.internal.storage.WorkFolder;
import io.fumikura.document.spi.MediaType;
import io.fumikura.storage.spi.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a stored file is taken, and as what. Known document types are taken even while their plugin is away: the record waits for it. */
final class TypeCheck {

    private final ContentIdentifier identifier = new ContentIdentifier();
    private final PluginChoice choice;
    private final Blobs blobs;
    private final Path folder;

    TypeCheck(PluginChoice choice, Blobs blobs, Path folder) {
        this.choice = choice;
        this.blobs = blobs;
        this.folder = folder;
    }

    MediaType check(TenantId tenant, String sha256, byte[] head, String fileName)
            throws StorageException, IOException, InterruptedException {
        Identity identity = identify(tenant, sha256, head, fileName);
        if (identity instanceof Identity.Document document) {
            return document.type();
        }
        if (identity instanceof Identity.Other other) {
            if (choice.isTaken(other.type())) {
                return other.type();
            }
            throw Refusals.unsupported(other.name(), other.type().isImage());
        }
        if (identity instanceof Identity.Protected locked) {
            throw Refusals.locked(locked.name());
        }
        throw Refusals.corrupt(((Identity.Damaged) identity).message());
    }

    private Identity identify(TenantId tenant, String sha256, byte[] head, String fileName) throws StorageException, IOException {
        try (var work = new WorkFolder(folder)) {
            Path copy = work.file("container");
            return identifier.identify(head, fileName, () -> {
                if (!Files.exists(copy)) {
                    copy(tenant, sha256, copy);
                }
                return copy;
            });
        } catch (UnreadableException e) {
            throw e.cause;
        }
    }

    private void copy(TenantId tenant, String sha256, Path target) throws IOException {
        try {
            blobs.copy(tenant, sha256, target);
        } catch (StorageException e) {
            throw new UnreadableException(e);
        }
    }

    private static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient StorageException cause;

        UnreadableException(StorageException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}

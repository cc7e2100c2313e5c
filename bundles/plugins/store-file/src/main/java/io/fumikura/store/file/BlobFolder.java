package io.fumikura.store.file;

import io.fumikura.account.TenantId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Where the files lie: {@code incoming/} while they are written, then {@code tenant/abcd…}: flat, so that hardly any blob needs a
 * new folder, which would have to be made durable too.
 */
final class BlobFolder {

    private final Path root;
    private final Path incoming;

    BlobFolder(Path root) {
        this.root = root;
        incoming = root.resolve("incoming");
    }

    void create() throws IOException {
        Files.createDirectories(incoming);
        sync(root);
    }

    Path root() {
        return root;
    }

    Path file(TenantId tenant, String sha256) {
        return folder(tenant).resolve(sha256);
    }

    Path folder(TenantId tenant) {
        return root.resolve(tenant.toString());
    }

    Path newPart() {
        return incoming.resolve(UUID.randomUUID() + ".part");
    }

    /** Removes what a crash left. Parts that are being written, by whomever, are locked and stay. */
    void sweep() throws IOException {
        try (var parts = Files.newDirectoryStream(incoming)) {
            for (Path part : parts) {
                removeIfUnused(part);
            }
        }
    }

    private static void removeIfUnused(Path part) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(part);
            }
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            // In use by this process, or just finished.
        }
    }

    /** Gives a part its final name, durably. */
    void keep(Path part, TenantId tenant, String sha256) throws IOException {
        Path folder = folder(tenant);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            sync(root);
        }
        try {
            Files.move(part, file(tenant, sha256), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the blob folder must lie on one file system", e);
        }
        sync(folder);
    }

    /** Makes the names in a folder durable. */
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

package io.fumikura.core.internal.pipeline;

import io.fumikura.account.TenantId;
import io.fumikura.storage.spi.BlobStore;
import io.fumikura.storage.spi.StorageException;
import io.fumikura.storage.spi.StoredBlob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A plain blob store for tests: files in a folder. */
public final class FolderBlobs implements BlobStore {

    private final Path folder;

    public FolderBlobs(Path folder) {
        this.folder = folder;
    }

    @Override
    public StoredBlob put(TenantId tenant, InputStream data) throws StorageException {
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, "new", "");
            var digest = MessageDigest.getInstance("SHA-256");
            try {
                Files.copy(new DigestInputStream(data, digest), temporary, StandardCopyOption.REPLACE_EXISTING);
                String sha256 = HexFormat.of().formatHex(digest.digest());
                Files.move(temporary, file(tenant, sha256), StandardCopyOption.ATOMIC_MOVE);
                return new StoredBlob(sha256, Files.size(file(tenant, sha256)));
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new StorageException("put", e);
        }
    }

    @Override
    public InputStream open(TenantId tenant, String sha256) throws StorageException {
        try {
            return Files.newInputStream(file(tenant, sha256));
        } catch (IOException e) {
            throw StorageException.missing(sha256);
        }
    }

    @Override
    public void delete(TenantId tenant, String sha256) throws StorageException {
        try {
            Files.deleteIfExists(file(tenant, sha256));
        } catch (IOException e) {
            throw new StorageException("delete", e);
        }
    }

    public long count() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    private Path file(TenantId tenant, String sha256) {
        return folder.resolve(tenant + "-" + sha256);
    }
}

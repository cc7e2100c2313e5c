package io.fumikura.store.file;

import io.fumikura.account.TenantId;
import io.fumikura.health.spi.HealthCheck;
import io.fumikura.storage.spi.BlobStore;
import io.fumikura.storage.spi.StorageException;
import io.fumikura.storage.spi.StoredBlob;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Blobs as encrypted files. A blob is written beside, made durable, and only then gets its name; so a name always stands for a
 * whole file, whatever happens. When the folder or the key is away, calls fail with the reason until it is back.
 */
@Component(
        service = {BlobStore.class, HealthCheck.class},
        configurationPid = "io.fumikura.store.file",
        property = "store=file")
@Designate(ocd = FileBlobStore.Config.class)
public final class FileBlobStore implements BlobStore, HealthCheck {

    /** Settings. */
    @ObjectClassDefinition(name = "Blob store: files", description = "Keeps documents as encrypted files.")
    public @interface Config {

        /** Without it, {@code blobs} in the data folder of the platform. */
        @AttributeDefinition(required = false, description = "Folder of the blobs; on a file system that honours fsync. "
                + "Default: blobs in the platform's data folder.")
        String directory() default "";

        /** Without it, {@code keys/blobs.key} in the data folder of the platform. */
        @AttributeDefinition(required = false, description = "File with the master key, made at first start; back it up: "
                + "without it no document can be read. Default: keys/blobs.key in the platform's data folder.")
        String keyFile() default "";

        /** So that the database can still be written when documents are refused. */
        @AttributeDefinition(description = "Space in MB to be left free on the disk: below it, new documents are refused.")
        long reserveMegabytes() default 256;
    }

    private static final byte[] MAGIC = "FKB1".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 32;
    private static final int HEADER = MAGIC.length + SALT;

    private final BlobFolder folder;
    private final Path keyFile;
    private final long reserve;
    private final BlobHealth health;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable MasterKey key;

    @Activate
    public FileBlobStore(Config config) {
        folder = new BlobFolder(place(config.directory(), "blobs"));
        keyFile = place(config.keyFile(), "keys/blobs.key");
        reserve = config.reserveMegabytes() * 1024 * 1024;
        health = new BlobHealth(folder.root(), reserve);
        try {
            ready();
        } catch (StorageException e) {
            // The health check tells it, and each call does; a later call finds the folder back.
        }
    }

    private static Path place(String configured, String standard) {
        return configured.isBlank()
                ? Path.of(System.getProperty("karaf.data", "data")).resolve(standard)
                : Path.of(configured);
    }

    private MasterKey ready() throws StorageException {
        MasterKey present = key;
        return present != null ? present : prepare();
    }

    private synchronized MasterKey prepare() throws StorageException {
        MasterKey present = key;
        if (present == null) {
            try {
                folder.create();
                folder.sweep();
            } catch (IOException e) {
                throw failed("The blob folder can't be used", e);
            }
            present = MasterKey.load(keyFile, folder.root());
            key = present;
        }
        return present;
    }

    @Override
    public StoredBlob put(TenantId tenant, InputStream data) throws StorageException {
        MasterKey master = ready();
        Path part = folder.newPart();
        try {
            refuseWhenFull();
            StoredBlob blob = write(master, tenant, data, part);
            if (isWhole(tenant, blob)) {
                BlobFolder.sync(folder.folder(tenant)); // another thread may have named it just now
            } else {
                folder.keep(part, tenant, blob.sha256());
            }
            return blob;
        } catch (SealedWriter.SourceException e) {
            throw new StorageException("The document could not be received: " + e.source().getMessage(), e.source());
        } catch (IOException e) {
            throw failed("The document could not be written to the blob folder", e);
        } finally {
            remove(part);
        }
    }

    private void refuseWhenFull() throws IOException {
        // Not by Files.getFileStore: that looks for the mount point, which chroots and some containers do not show.
        if (folder.root().toFile().getUsableSpace() < reserve) {
            throw new IOException("the disk is nearly full; free some space");
        }
    }

    private StoredBlob write(MasterKey master, TenantId tenant, InputStream data, Path part) throws IOException {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        try (var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            var cipher = ChunkCipher.sealing(master.fileKey(tenant, salt));
            var writer = new SealedWriter(channel, cipher, sha256());
            writer.writeFully(ByteBuffer.allocate(HEADER).put(MAGIC).put(salt).flip());
            StoredBlob blob = writer.write(data);
            channel.force(true);
            return blob;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing fails for no data", e);
        }
    }

    /** Whether the same bytes are there already, and good: a damaged file is replaced, not believed. */
    private boolean isWhole(TenantId tenant, StoredBlob blob) {
        try (InputStream stored = open(tenant, blob.sha256())) {
            return stored.transferTo(OutputStream.nullOutputStream()) == blob.size();
        } catch (IOException | StorageException e) {
            return false;
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // Swept at the next start.
        }
    }

    @Override
    public InputStream open(TenantId tenant, String sha256) throws StorageException {
        MasterKey master = ready();
        if (!isName(sha256)) {
            throw StorageException.missing(sha256);
        }
        Path file = folder.file(tenant, sha256);
        try {
            InputStream source = Files.newInputStream(file);
            try {
                return unseal(master, tenant, sha256, source, Files.size(file));
            } catch (IOException | StorageException | RuntimeException e) {
                source.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw StorageException.missing(sha256);
        } catch (IOException e) {
            throw failed("Blob " + sha256 + " can't be read", e);
        }
    }

    private static InputStream unseal(MasterKey master, TenantId tenant, String sha256, InputStream source, long length)
            throws IOException, StorageException {
        byte[] header = source.readNBytes(HEADER);
        if (length < HEADER + ChunkCipher.TAG || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw StorageException.damaged(sha256, null);
        }
        byte[] salt = Arrays.copyOfRange(header, MAGIC.length, HEADER);
        var cipher = ChunkCipher.opening(master.fileKey(tenant, salt));
        return new SealedStream(source, length - HEADER, cipher, sha256(), sha256);
    }

    @Override
    public void delete(TenantId tenant, String sha256) throws StorageException {
        ready();
        if (isName(sha256)) {
            Path file = folder.file(tenant, sha256);
            try {
                if (Files.deleteIfExists(file)) {
                    BlobFolder.sync(folder.folder(tenant));
                }
            } catch (IOException e) {
                throw failed("Blob " + sha256 + " can't be removed", e);
            }
        }
    }

    @Override
    public String part() {
        return "blobs";
    }

    @Override
    public Health check() {
        try {
            ready();
            return health.check();
        } catch (StorageException e) {
            return Health.error(String.valueOf(e.getMessage()), true);
        }
    }

    private static boolean isName(String sha256) {
        return sha256.matches("[0-9a-f]{64}");
    }

    private static StorageException failed(String what, IOException e) {
        return new StorageException(what + ": " + e.getMessage(), e);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.fumikura.store.file;

import io.fumikura.account.TenantId;
import io.fumikura.storage.spi.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The key from which all tenants' keys are derived. Without it no blob can be read, so it is made once, together with a check
 * value beside the blobs: a lost or wrong key is noticed before anything is written with another one.
 */
final class MasterKey {

    private static final int LENGTH = 32;
    private static final String CHECK = "key-check";

    private final byte[] key;

    private MasterKey(byte[] key) {
        this.key = key;
    }

    /** Reads the key, or makes one when there are no blobs yet. */
    static MasterKey load(Path file, Path blobs) throws StorageException {
        try {
            Path check = blobs.resolve(CHECK);
            if (Files.exists(check) && !Files.exists(file)) {
                throw new StorageException(
                        "The key of the blob store is missing. Restore the file that keyFile names from a backup.", null);
            }
            if (!Files.exists(file)) {
                Files.createDirectories(folder(file));
                writeOnce(file, random());
            }
            var loaded = new MasterKey(read(file));
            loaded.compare(check);
            return loaded;
        } catch (IOException e) {
            throw new StorageException("The key of the blob store can't be read: " + e.getMessage(), e);
        }
    }

    private static byte[] read(Path file) throws IOException, StorageException {
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!text.matches("[0-9a-f]{64}")) {
            throw new StorageException("The key file of the blob store holds no key (64 hexadecimal digits).", null);
        }
        return HexFormat.of().parseHex(text);
    }

    private void compare(Path check) throws IOException, StorageException {
        byte[] expected = Hkdf.hmac(key, "check".getBytes(StandardCharsets.US_ASCII));
        if (!Files.exists(check)) {
            writeOnce(check, expected);
        }
        byte[] found = HexFormat.of().parseHex(Files.readString(check, StandardCharsets.US_ASCII).strip());
        if (!MessageDigest.isEqual(expected, found)) {
            throw new StorageException(
                    "The key of the blob store is not the one with which its blobs were written. Restore the right key file.",
                    null);
        }
    }

    /** The file appears whole or not at all; who comes second keeps the first one's. */
    private static void writeOnce(Path file, byte[] value) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + "." + HexFormat.of().toHexDigits(new SecureRandom().nextLong()));
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            try (var channel = FileChannel.open(part, options, owner)) {
                channel.write(ByteBuffer.wrap(HexFormat.of().formatHex(value).getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster; its key stays.
        } finally {
            Files.deleteIfExists(part);
        }
        BlobFolder.sync(folder(file));
    }

    private static Path folder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("keyFile names no file: " + file);
        }
        return folder;
    }

    private static byte[] random() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Key of one file of a tenant. */
    byte[] fileKey(TenantId tenant, byte[] salt) {
        byte[] ofTenant = Hkdf.derive(key, new byte[LENGTH], ("tenant " + tenant).getBytes(StandardCharsets.US_ASCII));
        return Hkdf.derive(ofTenant, salt, "blob".getBytes(StandardCharsets.US_ASCII));
    }
}

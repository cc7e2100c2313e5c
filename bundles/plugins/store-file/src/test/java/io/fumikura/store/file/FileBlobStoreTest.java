package io.fumikura.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fumikura.account.TenantId;
import io.fumikura.health.spi.HealthCheck.Status;
import io.fumikura.storage.spi.BlobStore;
import io.fumikura.storage.spi.StorageException;
import io.fumikura.testkit.BlobStoreContract;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest extends BlobStoreContract {

    private static final int SEALED_CHUNK = ChunkCipher.CHUNK + ChunkCipher.TAG;
    private static final int HEADER = 36;

    @TempDir
    Path home;

    private final TenantId tenant = TenantId.random();
    private final TenantId other = TenantId.random();

    @Override
    protected FileBlobStore open() {
        return new FileBlobStore(new Settings(home.resolve("blobs"), home.resolve("keys/blobs.key"), 0));
    }

    @Override
    protected void damage(TenantId owner, String sha256) throws IOException {
        Path file = file(owner, sha256);
        byte[] sealed = Files.readAllBytes(file);
        sealed[sealed.length * 2 / 3] ^= 4;
        Files.write(file, sealed);
    }

    @Test
    void writesNothingReadable() throws Exception {
        String secret = "秘密保持契約書 confidential";
        String name = put(open(), secret.repeat(1000).getBytes(StandardCharsets.UTF_8));
        String sealed = Files.readString(file(tenant, name), StandardCharsets.ISO_8859_1);
        assertThat(sealed).doesNotContain("confidential");
    }

    @Test
    void noticesEveryChunkThatIsMovedLeftOutOrCutOff() throws Exception {
        FileBlobStore store = open();
        byte[] bytes = bytes(3 * ChunkCipher.CHUNK);
        String name = put(store, bytes);
        byte[] whole = Files.readAllBytes(file(tenant, name));
        byte[] header = Arrays.copyOf(whole, HEADER);
        byte[] first = Arrays.copyOfRange(whole, HEADER, HEADER + SEALED_CHUNK);
        byte[] second = Arrays.copyOfRange(whole, HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK);
        byte[] third = Arrays.copyOfRange(whole, HEADER + 2 * SEALED_CHUNK, whole.length);
        for (byte[] forged : List.of(
                join(header, second, first, third),
                join(header, first, third),
                join(header, first, second),
                join(header, first, second, third, third),
                join(header, first),
                header,
                new byte[0])) {
            Files.write(file(tenant, name), forged);
            assertThat(catchThrowable(() -> read(store, tenant, name))).as("%d bytes", forged.length).isNotNull();
        }
        Files.write(file(tenant, name), whole);
        assertThat(read(store, tenant, name)).isEqualTo(bytes);
    }

    @Test
    void noticesAFileInPlaceOfAnotherAndATenantsInPlaceOfAnothers() throws Exception {
        FileBlobStore store = open();
        String one = put(store, bytes(100));
        String two = put(store, bytes(200));
        Files.copy(file(tenant, one), file(tenant, two), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> read(store, tenant, two)).isInstanceOf(IOException.class);
        Files.createDirectories(file(other, one).getParent());
        Files.copy(file(tenant, one), file(other, one));
        assertThatThrownBy(() -> read(store, other, one)).isInstanceOf(IOException.class);
    }

    @Test
    void storingAgainReplacesADamagedFile() throws Exception {
        FileBlobStore store = open();
        byte[] bytes = bytes(1000);
        String name = put(store, bytes);
        damage(tenant, name);
        put(store, bytes);
        assertThat(read(store, tenant, name)).isEqualTo(bytes);
    }

    @Test
    void onlyTheOwnerMayReadTheKey() throws Exception {
        open();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys/blobs.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void neverMakesANewKeyForOldBlobsAndGoesOnWhenTheKeyIsBack() throws Exception {
        byte[] bytes = bytes(10);
        String name = put(open(), bytes);
        Path key = home.resolve("keys/blobs.key");
        Files.move(key, home.resolve("saved"));
        FileBlobStore store = open();
        assertThatThrownBy(() -> put(store, bytes)).isInstanceOf(StorageException.class).hasMessageContaining("missing");
        assertThat(store.check().status()).isEqualTo(Status.ERROR);
        assertThat(key).doesNotExist();
        Files.move(home.resolve("saved"), key);
        assertThat(read(store, tenant, name)).isEqualTo(bytes);
        assertThat(store.check().status()).isEqualTo(Status.OK);
    }

    @Test
    void refusesAForeignKey() throws Exception {
        open();
        Files.writeString(home.resolve("keys/blobs.key"), "0".repeat(64));
        assertThatThrownBy(() -> put(open(), bytes(1)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("not the one");
    }

    @Test
    void removesWhatACrashLeftButNotWhatIsBeingWritten() throws Exception {
        FileBlobStore store = open();
        Path left = Files.writeString(home.resolve("blobs/incoming/left.part"), "half a document");
        byte[] bytes = bytes(400_000);
        var restarting = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                open();
                return super.read(target, offset, Math.min(length, 150_000));
            }
        };
        String name = store.put(tenant, restarting).sha256();
        assertThat(left).doesNotExist();
        assertThat(read(store, tenant, name)).isEqualTo(bytes);
    }

    @Test
    void leavesNothingBehindWhenAStreamBreaksOrTheDiskIsFull() throws Exception {
        var broken = new FilterInputStream(new ByteArrayInputStream(bytes(500_000))) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (super.available() < 100_000) {
                    throw new IOException("gone");
                }
                return super.read(target, offset, length);
            }
        };
        assertThatThrownBy(() -> open().put(tenant, broken)).isInstanceOf(StorageException.class);
        var full = new FileBlobStore(
                new Settings(home.resolve("blobs"), home.resolve("keys/blobs.key"), Long.MAX_VALUE >> 22));
        assertThatThrownBy(() -> put(full, bytes(10))).hasMessageContaining("full");
        assertThat(full.check().status()).isEqualTo(Status.ERROR);
        assertThat(files()).containsExactlyInAnyOrder("blobs/key-check", "keys/blobs.key");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).map(file -> home.relativize(file).toString()).toList();
        }
    }

    private Path file(TenantId owner, String name) {
        return home.resolve("blobs").resolve(owner.toString()).resolve(name);
    }

    private String put(BlobStore store, byte[] bytes) throws StorageException {
        return store.put(tenant, new ByteArrayInputStream(bytes)).sha256();
    }

    private static byte[] read(BlobStore store, TenantId owner, String name) throws Exception {
        try (InputStream data = store.open(owner, name)) {
            return data.readAllBytes();
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        var joined = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private record Settings(Path blobs, Path key, long reserveMegabytes) implements FileBlobStore.Config {

        @Override
        public String directory() {
            return blobs.toString();
        }

        @Override
        public String keyFile() {
            return key.toString();
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return FileBlobStore.Config.class;
        }
    }
}

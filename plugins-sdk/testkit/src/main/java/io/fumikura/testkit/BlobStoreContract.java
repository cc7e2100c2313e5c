package io.fumikura.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.TenantId;
import io.fumikura.storage.spi.BlobStore;
import io.fumikura.storage.spi.StorageException;
import io.fumikura.storage.spi.StoredBlob;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link BlobStore} must keep. */
public abstract class BlobStoreContract {

    private final TenantId tenant = TenantId.random();
    private final TenantId other = TenantId.random();

    /** Opens the store. It is empty at the start of a test; later calls in the same test open the same place, as after a restart. */
    protected abstract BlobStore open() throws Exception;

    /** Changes some of the bytes at rest of a blob, as a failing disk would. */
    protected abstract void damage(TenantId tenant, String sha256) throws Exception;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 65_535, 65_536, 65_537, 1 << 20, (1 << 20) + 1, 3_500_000})
    void givesBackWhatWasPut(int length) throws Exception {
        BlobStore store = open();
        byte[] bytes = bytes(length);
        StoredBlob blob = put(store, tenant, bytes);
        assertThat(blob).isEqualTo(new StoredBlob(sha256(bytes), length));
        assertThat(read(store, tenant, blob.sha256())).isEqualTo(bytes);
    }

    @Test
    void takesStreamsThatGiveTheirBytesInDribs() throws Exception {
        BlobStore store = open();
        byte[] bytes = bytes(300_000);
        var dribs = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            private int turn;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 1 + turn++ * 7 % 997));
            }
        };
        assertThat(read(store, tenant, store.put(tenant, dribs).sha256())).isEqualTo(bytes);
    }

    @Test
    void givesBytesOneByOneToo() throws Exception {
        BlobStore store = open();
        byte[] bytes = bytes(70_000);
        try (InputStream data = store.open(tenant, put(store, tenant, bytes).sha256())) {
            for (byte expected : bytes) {
                assertThat((byte) data.read()).isEqualTo(expected);
            }
            assertThat(data.read()).isEqualTo(-1);
        }
    }

    @Test
    void storingTheSameBytesAgainGivesTheSameBlob() throws Exception {
        BlobStore store = open();
        byte[] bytes = bytes(10_000);
        assertThat(put(store, tenant, bytes)).isEqualTo(put(store, tenant, bytes));
        assertThat(read(store, tenant, sha256(bytes))).isEqualTo(bytes);
    }

    @Test
    void severalThreadsMayStoreTheSameBytesAtOnce() throws Exception {
        BlobStore store = open();
        byte[] bytes = bytes(2_000_000);
        assertThat(Together.run(i -> put(store, tenant, bytes))).containsOnly(new StoredBlob(sha256(bytes), bytes.length));
        assertThat(read(store, tenant, sha256(bytes))).isEqualTo(bytes);
    }

    @Test
    void severalThreadsMayStoreAndReadDifferentBytesAtOnce() throws Exception {
        BlobStore store = open();
        Together.run(i -> {
            for (int turn = 0; turn < 20; turn++) {
                byte[] bytes = bytes(20_000 + i * 100 + turn);
                assertThat(read(store, tenant, put(store, tenant, bytes).sha256())).isEqualTo(bytes);
            }
            return i;
        });
    }

    @Test
    void blobsOutliveARestart() throws Exception {
        byte[] bytes = bytes(100_000);
        put(open(), tenant, bytes);
        assertThat(read(open(), tenant, sha256(bytes))).isEqualTo(bytes);
    }

    @Test
    void anotherTenantCanNotOpenABlob() throws Exception {
        BlobStore store = open();
        String name = put(store, tenant, bytes(1_000)).sha256();
        assertMissing(store, other, name);
    }

    @Test
    void deletingRemovesTheBlobOfThisTenantOnly() throws Exception {
        BlobStore store = open();
        byte[] bytes = bytes(1_000);
        String name = put(store, tenant, bytes).sha256();
        put(store, other, bytes);
        store.delete(tenant, name);
        assertMissing(store, tenant, name);
        assertThat(read(store, other, name)).isEqualTo(bytes);
        put(store, tenant, bytes);
        assertThat(read(store, tenant, name)).isEqualTo(bytes);
    }

    @Test
    void deletingWhatIsNotThereIsNoError() throws Exception {
        open().delete(tenant, sha256(bytes(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../../etc/passwd", "ABCDEF", "0000000000000000000000000000000000000000000000000000000000000000"})
    void whatIsNoBlobIsMissing(String name) throws Exception {
        assertMissing(open(), tenant, name);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 1_500_000})
    void keepsNothingWhenTheStreamBreaksOff(int length) throws Exception {
        BlobStore store = open();
        byte[] bytes = bytes(length);
        var broken = new IOException("connection reset");
        var stream = new BreakingStream(bytes, broken);
        assertThatThrownBy(() -> store.put(tenant, stream))
                .isInstanceOf(StorageException.class)
                .hasCause(broken);
        assertMissing(store, tenant, sha256(bytes));
        put(store, tenant, bytes);
        assertThat(read(store, tenant, sha256(bytes))).isEqualTo(bytes);
    }

    @Test
    void leavesTheCallersStreamOpen() throws Exception {
        var closed = new AtomicBoolean();
        var stream = new FilterInputStream(new ByteArrayInputStream(bytes(10))) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        open().put(tenant, stream);
        assertThat(closed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 3_000_000})
    void neverEndsTheStreamOfADamagedBlobAsIfItWereWhole(int length) throws Exception {
        BlobStore store = open();
        String name = put(store, tenant, bytes(length)).sha256();
        damage(tenant, name);
        assertThatThrownBy(() -> {
                    try {
                        read(store, tenant, name);
                    } catch (StorageException e) {
                        throw new IOException(e);
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private void assertMissing(BlobStore store, TenantId owner, String name) {
        var thrown = catchThrowableOfType(StorageException.class, () -> store.open(owner, name).close());
        assertThat(thrown).isNotNull();
        assertThat(thrown.isMissing()).isTrue();
    }

    private static StoredBlob put(BlobStore store, TenantId owner, byte[] bytes) throws StorageException {
        return store.put(owner, new ByteArrayInputStream(bytes));
    }

    private static byte[] read(BlobStore store, TenantId owner, String name) throws StorageException, IOException {
        try (InputStream data = store.open(owner, name)) {
            return data.readAllBytes();
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Gives its bytes, then throws instead of ending. */
    private static final class BreakingStream extends FilterInputStream {

        private final IOException error;

        BreakingStream(byte[] bytes, IOException error) {
            super(new ByteArrayInputStream(bytes));
            this.error = error;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value < 0) {
                throw error;
            }
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count < 0) {
                throw error;
            }
            return count;
        }
    }
}

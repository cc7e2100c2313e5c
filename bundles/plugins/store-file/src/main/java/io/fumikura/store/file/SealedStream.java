package io.fumikura.store.file;

import io.fumikura.storage.spi.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

/** Reads one file: opens chunk by chunk and, at the end, compares the hash of all bytes with the blob's name. */
final class SealedStream extends InputStream {

    private final InputStream source;
    private final ChunkCipher cipher;
    private final MessageDigest digest;
    private final String sha256;
    private final byte[] sealed = new byte[ChunkCipher.CHUNK + ChunkCipher.TAG];
    private final byte[] plain = new byte[ChunkCipher.CHUNK];
    private long remaining;
    private int position;
    private int limit;

    /** @param remaining number of sealed bytes in {@code source} */
    SealedStream(InputStream source, long remaining, ChunkCipher cipher, MessageDigest digest, String sha256) {
        this.source = source;
        this.remaining = remaining;
        this.cipher = cipher;
        this.digest = digest;
        this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
        return prepare() ? plain[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!prepare()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(plain, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return limit - position;
    }

    /** @return whether there is a byte at {@code position} */
    private boolean prepare() throws IOException {
        if (position == limit && remaining > 0) {
            nextChunk();
        }
        return position < limit;
    }

    private void nextChunk() throws IOException {
        int length = (int) Math.min(remaining, sealed.length);
        if (source.readNBytes(sealed, 0, length) < length) {
            throw damaged(null);
        }
        boolean last = length == remaining;
        try {
            limit = cipher.next(sealed, length, plain, last);
        } catch (GeneralSecurityException e) {
            throw damaged(e);
        }
        position = 0;
        digest.update(plain, 0, limit);
        // A failed check is found again by the next read: remaining only shrinks when all is well.
        if (last && !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw damaged(null);
        }
        remaining -= length;
    }

    private IOException damaged(@org.jspecify.annotations.Nullable Exception cause) {
        limit = position;
        StorageException reason = StorageException.damaged(sha256, cause);
        return new IOException(reason.getMessage(), reason);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

package io.fumikura.store.file;

import io.fumikura.storage.spi.StoredBlob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Writes one file: reads, hashes, seals and writes in one pass over two buffers. */
final class SealedWriter {

    private final FileChannel target;
    private final ChunkCipher cipher;
    private final MessageDigest digest;
    private final byte[] sealed = new byte[ChunkCipher.CHUNK + ChunkCipher.TAG];

    SealedWriter(FileChannel target, ChunkCipher cipher, MessageDigest digest) {
        this.target = target;
        this.cipher = cipher;
        this.digest = digest;
    }

    /** @throws SourceException when {@code data} fails, as opposed to the disk */
    StoredBlob write(InputStream data) throws IOException, GeneralSecurityException {
        byte[] chunk = new byte[ChunkCipher.CHUNK];
        byte[] following = new byte[ChunkCipher.CHUNK];
        long size = 0;
        int length = fill(data, chunk);
        while (true) {
            // Only a full chunk can have one after it.
            int more = length == chunk.length ? fill(data, following) : 0;
            digest.update(chunk, 0, length);
            size += length;
            writeFully(ByteBuffer.wrap(sealed, 0, cipher.next(chunk, length, sealed, more == 0)));
            if (more == 0) {
                return new StoredBlob(HexFormat.of().formatHex(digest.digest()), size);
            }
            byte[] done = chunk;
            chunk = following;
            following = done;
            length = more;
        }
    }

    private static int fill(InputStream data, byte[] chunk) throws SourceException {
        try {
            return data.readNBytes(chunk, 0, chunk.length);
        } catch (IOException e) {
            throw new SourceException(e);
        }
    }

    void writeFully(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    /** The stream that was to be stored failed. */
    static final class SourceException extends IOException {

        private static final long serialVersionUID = 1L;
        private final IOException source;

        SourceException(IOException source) {
            super(source);
            this.source = source;
        }

        IOException source() {
            return source;
        }
    }
}

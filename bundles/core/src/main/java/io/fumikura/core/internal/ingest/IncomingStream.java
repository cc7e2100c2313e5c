package io.fumikura.core.internal.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of an upload on their way to the store: keeps the first ones, and ends with an exception when there are too many. */
final class IncomingStream extends FilterInputStream {

    /** More bytes than the plan allows. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("The file is too large.");
        }
    }

    private final long most;
    private final byte[] head;
    private long count;
    private boolean brokeOff;

    IncomingStream(InputStream in, long most, int headLength) {
        super(in);
        this.most = most;
        head = new byte[headLength];
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got = receive(bytes, offset, length);
        if (got > 0) {
            int kept = (int) Math.max(0, Math.min(got, head.length - count));
            System.arraycopy(bytes, offset, head, (int) Math.min(count, head.length), kept);
            count += got;
            if (count > most) {
                throw new TooLargeException();
            }
        }
        return got;
    }

    private int receive(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            brokeOff = true;
            throw e;
        }
    }

    @Override
    public long skip(long length) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(length, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Belongs to the request; not closed here. */
    @Override
    public void close() {}

    byte[] head() {
        return Arrays.copyOf(head, (int) Math.min(count, head.length));
    }

    boolean isTooLarge() {
        return count > most;
    }

    /** Whether the sender's connection broke off. */
    boolean isBrokenOff() {
        return brokeOff;
    }
}

package io.fumikura.core.internal.storage;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.storage.spi.StorageException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** What is told when a stored file is not given back: a lost one must be restored from a backup, any other may come back by itself. */
public final class StorageTrouble {

    public static final String LOST = "storage.damaged";
    public static final String AWAY = "storage.unavailable";

    private StorageTrouble() {}

    /** Whether trying again is of no use. */
    public static boolean isLost(StorageException e) {
        return e.isMissing() || e.isDamaged();
    }

    public static String code(StorageException e) {
        return isLost(e) ? LOST : AWAY;
    }

    public static String message(StorageException e) {
        if (e.isMissing()) {
            return "The stored file is missing and must be restored from a backup: " + e.getMessage();
        }
        return e.isDamaged()
                ? "The stored file is damaged and must be restored from a backup: " + e.getMessage()
                : "The stored file can't be read at the moment; try again: " + e.getMessage();
    }

    public static PlatformException of(StorageException e) {
        String message = message(e);
        return new PlatformException(Category.UNAVAILABLE, code(e), message, Map.of("reason", message), e);
    }

    /** The same stream, in which damage that is found while reading becomes a {@link PlatformException}. */
    public static InputStream telling(InputStream data) {
        return new Telling(data);
    }

    /** The reason of a stream of a blob store, if it is the blob's. */
    static IOException ofBlob(IOException e) throws StorageException {
        if (e.getCause() instanceof StorageException reason) {
            throw reason;
        }
        return e;
    }

    private static final class Telling extends FilterInputStream {

        Telling(InputStream data) {
            super(data);
        }

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (IOException e) {
                throw told(e);
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return in.read(target, offset, length);
            } catch (IOException e) {
                throw told(e);
            }
        }

        private static IOException told(IOException e) {
            try {
                return ofBlob(e);
            } catch (StorageException reason) {
                throw of(reason);
            }
        }
    }
}

package io.fumikura.storage.spi;

import org.jspecify.annotations.Nullable;

/** A blob could not be kept or given back. */
public class StorageException extends Exception {

    private static final long serialVersionUID = 1L;
    private final boolean missing;
    private final boolean damaged;

    public StorageException(String message, @Nullable Throwable cause) {
        this(message, cause, false, false);
    }

    private StorageException(String message, @Nullable Throwable cause, boolean missing, boolean damaged) {
        super(message, cause);
        this.missing = missing;
        this.damaged = damaged;
    }

    public static StorageException missing(String sha256) {
        return new StorageException("No blob " + sha256 + " is stored for this tenant.", null, true, false);
    }

    public static StorageException damaged(String sha256, @Nullable Throwable cause) {
        return new StorageException("Blob " + sha256 + " is damaged. Restore it from a backup.", cause, false, true);
    }

    /** Whether there is no such blob, as opposed to a store that is broken or away. */
    public boolean isMissing() {
        return missing;
    }

    /** Whether the bytes that are stored are not those that were given, so that trying again is of no use. */
    public boolean isDamaged() {
        return damaged;
    }
}

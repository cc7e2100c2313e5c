package io.fumikura.storage.spi;

import org.jspecify.annotations.Nullable;

/** A blob could not be kept or given back. */
public class StorageException extends Exception {

    private static final long serialVersionUID = 1L;
    private final boolean missing;

    public StorageException(String message, @Nullable Throwable cause) {
        super(message, cause);
        missing = false;
    }

    private StorageException(String message) {
        super(message);
        missing = true;
    }

    public static StorageException missing(String sha256) {
        return new StorageException("No blob " + sha256 + " is stored for this tenant.");
    }

    /** Whether there is no such blob, as opposed to a store that is broken or away. */
    public boolean isMissing() {
        return missing;
    }
}

package io.fumikura.signing.spi;

import org.jspecify.annotations.Nullable;

/** There is no time stamp. The message says why and what to do. */
public class TimeStampException extends Exception {

    private static final long serialVersionUID = 1L;

    public TimeStampException(String message) {
        this(message, null);
    }

    public TimeStampException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

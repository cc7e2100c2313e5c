package io.fumikura.notify.spi;

import org.jspecify.annotations.Nullable;

/** A message was not taken. The text is English, for operators: what the server said and, where it is known, what to do; without secrets. */
public final class NotifierException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the failure means for this message and for others. */
    public enum Sort {
        /** Permanent: this message will never be taken, e.g. SMTP 550 for an unknown recipient. It is parked at once. */
        REFUSED,
        /** Temporary, for this message: try again later, e.g. SMTP 451. Others are tried meanwhile. */
        DELAYED,
        /** Temporary, for all messages: no connection, certificate not trusted, password wrong. All wait, with growing pauses. */
        UNREACHABLE
    }

    private final Sort sort;

    public NotifierException(Sort sort, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.sort = sort;
    }

    public Sort sort() {
        return sort;
    }
}

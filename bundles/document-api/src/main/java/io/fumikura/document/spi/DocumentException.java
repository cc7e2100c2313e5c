package io.fumikura.document.spi;

import org.jspecify.annotations.Nullable;

/** A reader, renderer or extractor could not do its work. The message is English and says what is wrong with the file. */
public class DocumentException extends Exception {

    private static final long serialVersionUID = 1L;

    public enum Reason {
        /** The file is protected, and no or a wrong password was given. */
        PROTECTED,
        /** The file is damaged or empty; trying again gives the same. */
        CORRUPT,
        /** The file uses something that this plugin does not know. */
        UNSUPPORTED,
        /** The file passes a limit on pages, pixels, memory or time. */
        LIMIT,
        /** A helper program or service is away or failed; trying again may help. */
        UNAVAILABLE
    }

    private final Reason reason;

    public DocumentException(Reason reason, String message) {
        this(reason, message, null);
    }

    public DocumentException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

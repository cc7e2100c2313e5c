package io.fumikura.core.internal.identify;

import io.fumikura.document.spi.MediaType;

/** What the content of a file says it is. */
public sealed interface Identity {

    /** A document of a type that may be read; whether a plugin reads it now is another question. */
    record Document(MediaType type) implements Identity {}

    /**
     * Something else.
     *
     * @param type as close as it can be told
     * @param name for people, e.g. {@code RAR archive}
     */
    record Other(MediaType type, String name) implements Identity {}

    /**
     * Encrypted in a way for which no password can be given here.
     *
     * @param name for people, e.g. {@code Word document}
     */
    record Protected(String name) implements Identity {}

    /** Not readable as what it claims to be; the message is a whole sentence. */
    record Damaged(String message) implements Identity {}
}

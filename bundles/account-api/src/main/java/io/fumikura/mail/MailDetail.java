package io.fumikura.mail;

import java.util.Optional;

/**
 * A mail with its text as sent.
 *
 * @param text empty unless {@link TextState#SHOWN}
 */
public record MailDetail(Mail mail, TextState textState, Optional<String> text) {

    /** Whether the text can be read. */
    public enum TextState {
        SHOWN,
        /** It was secret, and went when a mail server had it. */
        ERASED,
        /** It is secret; only operators may read it. */
        WITHHELD
    }
}

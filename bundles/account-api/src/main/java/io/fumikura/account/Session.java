package io.fumikura.account;

import java.time.Instant;

/**
 * A browser's session, as handed out at sign-in.
 *
 * @param token secret, 256 random bits in base64url, for the session cookie; only its hash is stored
 * @param csrfToken to be sent back in the header {@code X-CSRF-Token} with every request that changes something
 * @param expires when the session ends at the latest
 */
public record Session(String token, String csrfToken, Instant expires) {

    /** Without the secrets, so that they do not end in a log. */
    @Override
    public String toString() {
        return "session until " + expires;
    }
}

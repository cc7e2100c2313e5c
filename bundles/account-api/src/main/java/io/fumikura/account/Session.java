package io.fumikura.account;

import java.time.Instant;

/**
 * A browser's session, as handed out at sign-in and, with fresh secrets, after each step of it.
 *
 * @param token secret, 256 random bits in base64url, for the session cookie; only its hash is stored
 * @param csrfToken to be sent back in the header {@code X-CSRF-Token} with every request that changes something
 * @param expires when the session ends at the latest
 * @param kept whether the browser is to keep the cookie when it is closed
 */
public record Session(String token, String csrfToken, Instant expires, boolean kept) {

    /** Without the secrets, so that they do not end in a log. */
    @Override
    public String toString() {
        return "session until " + expires;
    }
}

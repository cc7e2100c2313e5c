package io.fumikura.rest.internal.dto;

import io.fumikura.account.Passkeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passkeys. */
public final class Passkey {

    private Passkey() {}

    /** @param lastUsed null when it was never used */
    public record PasskeyDto(String id, String name, Instant created, @Nullable Instant lastUsed) {

        public static PasskeyDto of(Passkeys.Passkey passkey) {
            return new PasskeyDto(passkey.id().toString(), passkey.name(), passkey.created(), passkey.lastUsed().orElse(null));
        }
    }

    /** @param publicKey options for the browser in the JSON forms of WebAuthn level 3, with bytes in base64url */
    public record PasskeyOptionsDto(Map<String, Object> publicKey) {}

    /** @param credential what the browser answered, in the JSON forms of WebAuthn level 3 */
    public record NewPasskeyRequest(@Nullable String name, @Nullable Map<String, Object> credential) {}

    public record PasskeyNameRequest(@Nullable String name) {}

    /**
     * @param credential what the browser answered
     * @param keep stay signed in; for signing in only
     */
    public record PasskeyAnswerRequest(@Nullable Map<String, Object> credential, @Nullable Boolean keep) {}

    /** What a user has, for who administers the user. @param totpSince null without an authenticator app */
    public record HeldFactorsDto(@Nullable Instant totpSince, List<PasskeyDto> passkeys, int recoveryCodes) {}
}

package io.fumikura.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Personal API tokens: a bearer of one acts as its owner, with the owner's permissions. Thread-safe. */
@ProviderType
public interface ApiTokens {

    /**
     * Makes a token. Its secret is shown this once; only its hash is stored.
     *
     * @param name what the owner calls it, 1 to 100 characters
     * @throws PlatformException {@code token.name} for a bad name, {@code token.too-many} over 50 tokens
     */
    Created create(Caller caller, String name);

    /** The caller's tokens, newest first. */
    List<ApiToken> list(Caller caller);

    /**
     * Ends one of the caller's tokens.
     *
     * @throws PlatformException {@code token.unknown}
     */
    void revoke(Caller caller, UUID token);

    /** The owner of a secret; empty when it is unknown or revoked. */
    Optional<Caller> caller(String secret, String requestId);

    /** What may be shown of a token. */
    record ApiToken(UUID id, String name, Instant created, Optional<Instant> lastUsed) {}

    /** @param secret {@code fk_} and 43 characters of base64url */
    record Created(ApiToken token, String secret) {

        /** Without the secret, so that it does not end in a log. */
        @Override
        public String toString() {
            return token.toString();
        }
    }
}

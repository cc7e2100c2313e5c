package io.fumikura.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The caller's second factors of signing in: an authenticator app (RFC 6238) and {@link Passkeys}, with recovery codes for whoever loses them.
 * Thread-safe.
 *
 * <p>Changes ask for a session in which the user has given the password or a code within the last ten minutes, signing in included; otherwise they
 * throw {@code signin.confirm}, and so do callers with an API token.
 */
@ProviderType
public interface SecondFactors {

    State state(Caller caller);

    /**
     * Gives the password or a code once more.
     *
     * @param secret the password, or a code of the app or a recovery code
     * @throws PlatformException {@code signin.confirm-wrong} when it is neither, {@code signin.locked} after repeated failures
     */
    void confirm(Caller caller, String secret);

    /**
     * A fresh seed for an app; it counts only once {@link #addTotp} was given a code.
     *
     * @throws PlatformException {@code factor.present} when there is an app already
     */
    TotpSeed startTotp(Caller caller);

    /**
     * Adds the app.
     *
     * @param code that the app shows
     * @return ten recovery codes, shown this once, when it is the user's first factor; otherwise the codes stay as they are and the list is empty
     * @throws PlatformException {@code factor.code-wrong}
     */
    List<String> addTotp(Caller caller, String code);

    /**
     * Removes the app. When it was the last factor, the recovery codes go with it, and where the company asks for a second factor all of the user's
     * sessions wait until a new one is added.
     *
     * @throws PlatformException {@code factor.password-short} when it is the last factor and the password is good with a second one only
     */
    void removeTotp(Caller caller);

    /** Ten fresh recovery codes, shown this once; the old ones are dead. */
    List<String> renewRecoveryCodes(Caller caller);

    /**
     * What a user has whom the caller administers.
     *
     * @throws PlatformException {@code permission.missing} unless the caller is an administrator or operator; {@code user.unknown} for one who is
     *     not the caller's to administer
     */
    Held held(Caller caller, UserId user);

    /**
     * Removes the factors of a user who has lost them, recovery codes included, and tells the user by mail. Where the company asks for a second
     * factor, all of the user's sessions wait until a new one is added; elsewhere a password that was good with a second factor only must be changed
     * at the next sign-in.
     *
     * @throws PlatformException {@code permission.missing} unless the caller is an administrator who may change the user, or an operator; {@code
     *     user.unknown}; {@code user.self} for the caller's own account; {@code factor.missing} when there is nothing to remove
     */
    void reset(Caller caller, UserId user);

    /**
     * What a user has.
     *
     * @param totpSince since when there is an authenticator app; empty without one
     * @param recoveryCodes how many are left
     * @param required whether the company asks for a second factor
     */
    record State(Optional<Instant> totpSince, int recoveryCodes, boolean required) {}

    /** @param totpSince since when there is an authenticator app; empty without one */
    record Held(Optional<Instant> totpSince, List<Passkeys.Passkey> passkeys, int recoveryCodes) {}

    /**
     * What an authenticator app needs.
     *
     * @param secret in base32, to be typed where there is no camera
     * @param uri the same as {@code otpauth:}, to be shown as a QR code
     */
    record TotpSeed(String secret, String uri) {

        /** Without the secret, so that it does not end in a log. */
        @Override
        public String toString() {
            return "seed of an authenticator app";
        }
    }
}

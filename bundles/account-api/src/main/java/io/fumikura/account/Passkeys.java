package io.fumikura.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The caller's passkeys (WebAuthn level 2): keys of the person's own devices, which sign in without a password, or stand for the second factor.
 * Thread-safe.
 *
 * <p>Each use takes two calls: one asks for options, which the page hands to the browser, the other brings what the browser answered. Options are
 * good for five minutes, once, and for the session that asked for them. What is handed over is JSON in the forms of WebAuthn level 3 ({@code
 * PublicKeyCredentialCreationOptionsJSON}, {@code PublicKeyCredentialRequestOptionsJSON}, {@code RegistrationResponseJSON}, {@code
 * AuthenticationResponseJSON}).
 *
 * <p>Passkeys belong to the platform's public address. Methods that answer options throw {@code passkey.address} when the page is open at another
 * one, and {@code passkey.unavailable} while the public address is one for which browsers have no passkeys.
 */
@ProviderType
public interface Passkeys {

    /** The caller's, the oldest first. */
    List<Passkey> list(Caller caller);

    /**
     * Options for a new passkey.
     *
     * @param origin of the page, as the browser tells it, e.g. {@code https://fumikura.example.com}; empty when it does not
     * @throws PlatformException {@code signin.confirm} as {@link SecondFactors}; {@code passkey.too-many} when there are 20 already
     */
    String start(Caller caller, String origin);

    /**
     * Adds a passkey.
     *
     * @param name by which its owner knows it, 1 to 100 characters
     * @param credential what the browser answered
     * @return ten recovery codes, shown this once, when it is the user's first factor; otherwise the codes stay as they are and the list is empty
     * @throws PlatformException {@code passkey.refused} when the answer does not fit the options, {@code passkey.name}
     */
    List<String> add(Caller caller, String name, String credential);

    /** @throws PlatformException {@code passkey.unknown}, {@code passkey.name} */
    void rename(Caller caller, UUID passkey, String name);

    /**
     * Removes a passkey. When it was the last factor, the recovery codes go with it, and where the company asks for a second factor all of the
     * user's sessions wait until a new one is added.
     *
     * @throws PlatformException {@code passkey.unknown}; {@code signin.confirm}; {@code factor.password-short}
     */
    void remove(Caller caller, UUID passkey);

    /** Options for {@link #confirm}. @throws PlatformException {@code factor.missing} without a passkey */
    String startConfirmation(Caller caller, String origin);

    /**
     * Shows once more who the caller is, as {@link SecondFactors#confirm} with a password.
     *
     * @throws PlatformException {@code passkey.refused}, {@code passkey.counter}, {@code signin.locked}
     */
    void confirm(Caller caller, String credential);

    /** @param lastUsed empty when it was never used since it was added */
    record Passkey(UUID id, String name, Instant created, Optional<Instant> lastUsed) {}
}

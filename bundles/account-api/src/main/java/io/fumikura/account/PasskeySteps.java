package io.fumikura.account;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Signing in by passkey: without a password, or as the second factor after it. Options and answers are those of {@link Passkeys}. Thread-safe.
 *
 * <p>Besides what is told at each method, answers that do not fit throw {@code passkey.refused}; a passkey whose counter of signatures went back,
 * as that of a copy does, throws {@code passkey.counter} and is written down in the history.
 */
@ProviderType
public interface PasskeySteps {

    /**
     * Options for signing in without a password: any passkey of this platform may answer them, if it asks its owner for a PIN or fingerprint.
     *
     * @throws PlatformException {@code signin.too-many} from one address
     */
    Challenge startSignIn(String origin, Client client);

    /**
     * Starts a session without a password; the passkey counts as both factors.
     *
     * @param secret of the {@link Challenge}
     * @throws PlatformException {@code signin.too-many}, {@code signin.initial-expired} as {@link SignIn#signIn}
     */
    Session signIn(String secret, String credential, boolean keep, Client client);

    /** Options for the second factor, for a session of the stage {@link SignInStage#SECOND_FACTOR}. */
    String startAnswer(String sessionToken, String origin);

    /**
     * Gives the second factor.
     *
     * @throws PlatformException {@code signin.locked} after five failures in a row, as with codes
     */
    Session answer(String sessionToken, String credential);

    /** Options for the first factor of a user who must have one. @throws PlatformException {@code factor.present} when there is one already */
    String startFirst(String sessionToken, String origin);

    /** Adds the first factor. @throws PlatformException {@code factor.present} */
    SignInSteps.Enrolled addFirst(String sessionToken, String name, String credential);

    /**
     * @param options for the browser
     * @param secret for a cookie: only the browser that asked may answer
     */
    record Challenge(String options, String secret) {

        /** Without the secret, so that it does not end in a log. */
        @Override
        public String toString() {
            return "challenge for a passkey";
        }
    }
}

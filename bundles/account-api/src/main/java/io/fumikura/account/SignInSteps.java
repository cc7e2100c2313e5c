package io.fumikura.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The steps between the password and a full session. Each is open to sessions of its {@link SignInStage} only and answers the session with fresh
 * secrets; the old ones are dead. Thread-safe.
 *
 * <p>All methods throw {@code signin.required} for an unknown session and {@code signin.stage} for one of another stage.
 */
@ProviderType
public interface SignInSteps {

    /** What the session waits for. */
    Step step(String sessionToken);

    /**
     * Replaces the password that must be changed; ends all other sessions of the user.
     *
     * @throws PlatformException {@code password.weak} with the {@code reason}: those of {@link Users#changePassword}, and {@code same} for the
     *     present password itself
     */
    Session changePassword(String sessionToken, String wanted);

    /**
     * Gives a code of the second factor.
     *
     * @param code of the authenticator app, or a recovery code
     * @throws PlatformException {@code factor.code-wrong}; {@code signin.locked} after five wrong ones in a row (15 minutes)
     */
    Session answerSecondFactor(String sessionToken, String code);

    /**
     * A seed for the first authenticator app of a user who must have one.
     *
     * @throws PlatformException {@code factor.present} when the user has a second factor already
     */
    SecondFactors.TotpSeed startTotp(String sessionToken);

    /**
     * Adds the first authenticator app.
     *
     * @throws PlatformException {@code factor.code-wrong}
     */
    Enrolled addTotp(String sessionToken, String code);

    /** Who holds the licences of the company, the most recently used session first. */
    List<OpenSessions.OpenSession> licenceHolders(String sessionToken);

    /**
     * Enters with a licence that has become free, or signs somebody out for it; that person is told at the next click.
     *
     * @param ending the session to be signed out; empty to try without
     * @return of stage {@link SignInStage#LICENCE} again when somebody else was faster
     */
    Session takeLicence(String sessionToken, Optional<UUID> ending);

    /** @param recoveryCodes shown this once */
    record Enrolled(Session session, List<String> recoveryCodes) {

        /** Without the codes, so that they do not end in a log. */
        @Override
        public String toString() {
            return session.toString();
        }
    }

    /**
     * A limited session as shown to its user.
     *
     * @param name of the user
     * @param hasApp whether the user has an authenticator app
     * @param hasPasskey whether the user has a passkey
     * @param passwordRule what a new password must be like
     * @param passwordDue why it must be changed, in the stage {@link SignInStage#PASSWORD_CHANGE}
     */
    record Step(
            SignInStage stage,
            String name,
            String loginId,
            Locale language,
            PasswordRule passwordRule,
            PasswordDue passwordDue,
            boolean hasApp,
            boolean hasPasskey) {

        /** Whether the user has a second factor. */
        public boolean hasFactor() {
            return hasApp || hasPasskey;
        }
    }

    /** Why a password must be changed. */
    enum PasswordDue {
        /** It is the first one, which was mailed. */
        INITIAL,
        /** An administrator has had a new one mailed. */
        REISSUED,
        /** The user's own, which is too short now that the second factor is gone. */
        TOO_SHORT
    }
}

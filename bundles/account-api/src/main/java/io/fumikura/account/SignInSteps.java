package io.fumikura.account;

import java.util.Locale;
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
     * Replaces the initial password; ends all other sessions of the user.
     *
     * @throws PlatformException {@code password.weak} with the {@code reason}: those of {@link Users#changePassword}, and {@code same} for the
     *     initial password itself
     */
    Session changePassword(String sessionToken, String wanted);

    /**
     * A limited session as shown to its user.
     *
     * @param name of the user
     * @param passwordRule what a new password must be like
     */
    record Step(SignInStage stage, String name, String loginId, Locale language, PasswordRule passwordRule) {}
}

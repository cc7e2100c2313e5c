package io.fumikura.account;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The terms that people agree to before they get in, for sessions of the stage {@link SignInStage#TERMS}. Consent to each version is recorded; a new
 * version asks again, sessions that are open at their next request. API tokens are not asked. Thread-safe.
 *
 * <p>All methods throw {@code signin.required} for an unknown session and {@code signin.stage} for one of another stage.
 */
@ProviderType
public interface TermsSteps {

    /** What is still to be agreed to, in the order in which it is asked, in the user's language. */
    List<Terms> pending(String sessionToken);

    /**
     * Agrees to one document.
     *
     * @param version that was shown
     * @return of stage {@link SignInStage#TERMS} while others are left
     * @throws PlatformException {@code terms.changed} when another version is in force by now
     */
    Session agree(String sessionToken, Document document, String version);

    /** Does not agree: ends the session. */
    void refuse(String sessionToken);

    /** What is agreed to. */
    enum Document {
        /** The platform's terms. */
        PLATFORM,
        /** What the application may access. */
        ACCESS,
        /** The application's terms, to be read to the end. */
        APPLICATION
    }

    /** @param text paragraphs, one per line, without empty ones; a line that begins with {@code #} is a heading */
    record Terms(Document document, String version, String text) {}
}

package io.fumikura.mail;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Mails, waiting and sent. Operators see all of them, so that nothing is lost while there is no mail server; tenant administrators those of their
 * tenant, without secret texts. Everybody else is refused with {@code permission.missing}. Thread-safe.
 */
@ProviderType
public interface MailQueue {

    /** @throws PlatformException {@code query.invalid} for a cursor or limit that makes no sense */
    MailPage list(Caller caller, MailQuery query);

    /**
     * A mail with its text. That somebody read the text is written into the history.
     *
     * @throws PlatformException {@code mail.unknown}
     */
    MailDetail show(Caller caller, UUID mail);

    /**
     * Sends a mail now: one that is parked or waits, or once more one that was sent.
     *
     * @throws PlatformException {@code mail.unknown}; {@code mail.sending} when it is on its way at this moment; {@code mail.erased} when it was
     *     sent and its secret text is gone
     */
    Mail retry(Caller caller, UUID mail);

    /**
     * Puts a waiting mail aside.
     *
     * @throws PlatformException {@code mail.unknown}; {@code mail.sending}; {@code mail.sent}
     */
    Mail park(Caller caller, UUID mail);

    /** Puts a mail to the caller's own address, to see whether mails arrive. */
    Mail sendTest(Caller caller);
}

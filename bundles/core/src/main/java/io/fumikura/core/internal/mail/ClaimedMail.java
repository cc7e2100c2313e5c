package io.fumikura.core.internal.mail;

import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.notify.spi.Message;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a worker of this node has claimed.
 *
 * @param attempts that failed before
 * @param firstTried when it was handed over for the first time; after some days it is given up
 * @param lease unlike that of any other claim; who holds it may write
 * @param resends how often somebody asked for it once more after it was sent: each is a message of its own
 */
record ClaimedMail(
        UUID id,
        @Nullable UUID tenant,
        int attempts,
        Instant firstTried,
        String lease,
        int resends,
        String to,
        Locale language,
        String subjectEncrypted,
        String textEncrypted) {

    /** @throws IllegalStateException when it can't be decrypted */
    Message open(Secrets secrets) {
        String context = Mails.context(id);
        return new Message(
                id + "." + resends,
                to,
                language,
                secrets.decrypt(subjectEncrypted, context),
                secrets.decrypt(textEncrypted, context));
    }
}

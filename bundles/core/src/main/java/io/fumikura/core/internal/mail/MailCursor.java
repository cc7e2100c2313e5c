package io.fumikura.core.internal.mail;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.mail.Mail;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where a page of mails ended; as text it is {@code <time>_<id>}. */
record MailCursor(Instant created, UUID id) {

    static MailCursor of(Mail last) {
        return new MailCursor(last.created(), last.id());
    }

    static MailCursor parse(String text) {
        try {
            int end = text.indexOf('_');
            return new MailCursor(Instant.parse(text.substring(0, end)), UUID.fromString(text.substring(end + 1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new PlatformException(Category.INVALID, "query.invalid", "The cursor is not one that a list of mails gave out.");
        }
    }

    @Override
    public String toString() {
        return created + "_" + id;
    }
}

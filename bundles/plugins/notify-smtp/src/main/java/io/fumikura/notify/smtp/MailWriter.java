package io.fumikura.notify.smtp;

import io.fumikura.notify.spi.Message;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Writes a message in the form of RFC 5322 and MIME: UTF-8, encoded so that every server takes it. */
final class MailWriter {

    private final Settings settings;
    private final Session session;

    MailWriter(Settings settings, Session session) {
        this.settings = settings;
        this.session = session;
    }

    MimeMessage write(Message message, Recipient to) throws MessagingException {
        var mail = new IdentifiedMessage(session, "<" + message.id() + "@" + settings.from().domain() + ">");
        mail.setFrom(address(settings.from().address(), settings.fromName()));
        if (!settings.replyTo().isEmpty()) {
            mail.setReplyTo(new InternetAddress[] {address(settings.replyTo(), null)});
        }
        mail.setRecipient(MimeMessage.RecipientType.TO, address(to.address(), null));
        mail.setSubject(message.subject(), "UTF-8");
        mail.setSentDate(new Date());
        mail.setHeader("Content-Language", message.language().getLanguage());
        // RFC 3834: nobody's absence note shall answer.
        mail.setHeader("Auto-Submitted", "auto-generated");
        byte[] text = message.text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        mail.setDataHandler(new DataHandler(new ByteArrayDataSource(text, "text/plain; charset=UTF-8")));
        mail.setHeader("Content-Transfer-Encoding", "base64");
        mail.saveChanges();
        return mail;
    }

    /** Not parsed: addresses that carriers gave out need not keep the rules for dots. */
    static InternetAddress address(String address, @Nullable String name) throws MessagingException {
        var result = new InternetAddress();
        result.setAddress(address);
        try {
            if (name != null && !name.isEmpty()) {
                result.setPersonal(name, "UTF-8");
            }
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is missing", e);
        }
        return result;
    }

    /** Saving a message gives it an identity; this one has its own already. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

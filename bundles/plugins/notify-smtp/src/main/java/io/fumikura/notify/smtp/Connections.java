package io.fumikura.notify.smtp;

import io.fumikura.notify.spi.NotifierException;
import io.fumikura.notify.spi.NotifierException.Sort;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Connections to the server: opened when wanted, kept for some seconds for the next mail. */
final class Connections {

    private static final int MAILS = 50;
    private static final long IDLE_SECONDS = 5;

    private final Settings settings;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Connections(Settings settings) {
        this.settings = settings;
    }

    Settings settings() {
        return settings;
    }

    /** @param utf8 for an address of other than ASCII letters; such mails are rare and get a connection of their own */
    Connection take(boolean utf8) throws NotifierException {
        if (!utf8) {
            for (Connection kept = next(); kept != null; kept = next()) {
                if (kept.left() > 0 && kept.transport().isConnected()) {
                    return kept;
                }
                SmtpNotifier.close(kept.transport());
            }
        }
        return open(utf8);
    }

    void giveBack(Connection used) {
        var kept = new Connection(used.session(), used.transport(), used.left() - 1);
        synchronized (idle) {
            if (!closed && kept.left() > 0) {
                idle.push(kept);
                CompletableFuture.delayedExecutor(IDLE_SECONDS, TimeUnit.SECONDS).execute(() -> closeIfIdle(kept));
                return;
            }
        }
        SmtpNotifier.close(used.transport());
    }

    void close() {
        synchronized (idle) {
            closed = true;
        }
        for (Connection kept = next(); kept != null; kept = next()) {
            SmtpNotifier.close(kept.transport());
        }
    }

    private void closeIfIdle(Connection kept) {
        boolean unused;
        synchronized (idle) {
            unused = idle.removeIf(one -> one == kept);
        }
        if (unused) {
            SmtpNotifier.close(kept.transport());
        }
    }

    private @Nullable Connection next() {
        synchronized (idle) {
            return idle.poll();
        }
    }

    private Connection open(boolean utf8) throws NotifierException {
        try {
            Session session = Session.getInstance(properties(utf8));
            var transport = new SMTPTransport(session, new URLName("smtp", settings.host(), settings.port(), null, null, null));
            if (settings.user().isEmpty()) {
                transport.connect(settings.host(), settings.port(), null, null);
            } else {
                transport.connect(settings.host(), settings.port(), settings.user(), settings.password().read());
            }
            if (utf8 && !transport.supportsExtension("SMTPUTF8")) {
                SmtpNotifier.close(transport);
                throw new NotifierException(
                        Sort.REFUSED, "The mail server takes no addresses with other than ASCII letters before the @ (SMTPUTF8).", null);
            }
            return new Connection(session, transport, MAILS);
        } catch (MessagingException e) {
            throw Refusals.whileConnecting(settings, e);
        } catch (IOException | GeneralSecurityException e) {
            throw new NotifierException(Sort.UNREACHABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private Properties properties(boolean utf8) throws IOException, GeneralSecurityException {
        var properties = new Properties();
        set(properties, "auth", !settings.user().isEmpty());
        set(properties, "auth.mechanisms", "PLAIN LOGIN");
        set(properties, "connectiontimeout", settings.connectSeconds() * 1000);
        set(properties, "timeout", settings.answerSeconds() * 1000);
        set(properties, "writetimeout", settings.answerSeconds() * 1000);
        set(properties, "quitwait", false);
        set(properties, "ssl.enable", settings.security() == Settings.Security.TLS);
        set(properties, "starttls.enable", settings.security() == Settings.Security.STARTTLS
                || settings.security() == Settings.Security.STARTTLS_IF_OFFERED);
        set(properties, "starttls.required", settings.security() == Settings.Security.STARTTLS);
        set(properties, "ssl.checkserveridentity", true);
        set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
        if (!settings.trust().isEmpty()) {
            properties.put("mail.smtp.ssl.socketFactory", Trust.factory(settings.trust()));
        }
        set(properties, "from", settings.from().address());
        if (!settings.helo().isEmpty()) {
            set(properties, "localhost", settings.helo());
        }
        properties.setProperty("mail.mime.allowutf8", String.valueOf(utf8));
        return properties;
    }

    private static void set(Properties properties, String name, Object value) {
        properties.setProperty("mail.smtp." + name, String.valueOf(value));
    }
}

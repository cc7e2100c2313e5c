package io.fumikura.notify.smtp;

import io.fumikura.notify.spi.Message;
import io.fumikura.notify.spi.Notifier;
import io.fumikura.notify.spi.NotifierException;
import io.fumikura.notify.spi.NotifierException.Sort;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Hands mails to the SMTP server of its configuration. With a configuration that makes no sense it is there all the same and says at each mail what
 * is wrong, so that operators read it where they look for their mails.
 */
@Component(configurationPid = "io.fumikura.notify.smtp", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SmtpConfig.class)
public final class SmtpNotifier implements Notifier {

    private final @Nullable Connections connections;
    private final String destination;

    @Activate
    public SmtpNotifier(SmtpConfig config) {
        Connections usable = null;
        String described;
        try {
            Settings settings = Settings.of(config);
            usable = new Connections(settings);
            described = settings.destination();
        } catch (IllegalArgumentException e) {
            described = "nowhere: " + e.getMessage();
        }
        connections = usable;
        destination = described;
    }

    @Deactivate
    public void close() {
        if (connections != null) {
            connections.close();
        }
    }

    @Override
    public String destination() {
        return destination;
    }

    @Override
    public void send(Message message) throws NotifierException, InterruptedException {
        if (connections == null) {
            throw new NotifierException(Sort.UNREACHABLE, "Mails go " + destination, null);
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Jakarta Mail looks for its parts through this loader.
        thread.setContextClassLoader(SmtpNotifier.class.getClassLoader());
        try {
            send(message, connections);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void send(Message message, Connections connections) throws NotifierException, InterruptedException {
        var recipient = Recipient.of(message.to());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Connection connection = connections.take(recipient.needsUtf8());
        boolean good = false;
        try {
            MimeMessage mail = new MailWriter(connections.settings(), connection.session()).write(message, recipient);
            connection.transport().sendMessage(mail, new Address[] {MailWriter.address(recipient.address(), null)});
            good = true;
        } catch (MessagingException e) {
            throw Refusals.whileSending(e);
        } finally {
            if (good) {
                connections.giveBack(connection);
            } else {
                close(connection.transport());
            }
        }
    }

    static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException closing) {
            // It is of no use any more, in either case.
        }
    }
}

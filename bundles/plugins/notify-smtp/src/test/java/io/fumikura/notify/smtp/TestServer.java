package io.fumikura.notify.smtp;

import io.fumikura.testkit.NotifierContract.Delivered;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on loopback. What it answers depends on the recipient: {@code unknown@}, {@code later@}, {@code closing@}, {@code dies@}. */
final class TestServer implements AutoCloseable {

    static final String USER = "fumikura";
    static final String PASSWORD = "correct horse ステープル";

    /** A mail as it came over the wire. */
    record Mail(String from, String to, byte[] bytes) {

        String raw() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        MimeMessage parsed() {
            try {
                return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    final List<Mail> mails = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    private final SMTPServer server;

    private TestServer(SMTPServer.Builder builder, int port) {
        server = builder.bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .port(port)
                .insertReceivedHeaders(false)
                .messageHandlerFactory(Handler::new)
                .sessionHandler(new org.subethamail.smtp.server.SessionHandler() {
                    @Override
                    public SessionAcceptance accept(org.subethamail.smtp.server.Session session) {
                        connections.incrementAndGet();
                        return SessionAcceptance.success();
                    }

                    @Override
                    public void onSessionEnd(org.subethamail.smtp.server.Session session) {}
                })
                .build();
        server.start();
    }

    static TestServer plain() {
        return plain(0);
    }

    static TestServer plain(int port) {
        return new TestServer(new SMTPServer.Builder(), port);
    }

    static TestServer starttlsWithPassword() {
        return new TestServer(
                new SMTPServer.Builder()
                        .enableTLS()
                        .requireTLS()
                        .startTlsSocketFactory(TestCertificate.context())
                        .requireAuth()
                        .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(TestServer::login)),
                0);
    }

    static TestServer tls() {
        return new TestServer(new SMTPServer.Builder().serverSocketFactory(TestCertificate.context()), 0);
    }

    private static void login(String user, String password, MessageContext context) throws LoginFailedException {
        if (!user.equals(USER) || !password.equals(PASSWORD)) {
            throw new LoginFailedException("Authentication credentials invalid");
        }
    }

    int port() {
        return server.getPortAllocated();
    }

    List<Delivered> delivered() throws Exception {
        var all = new ArrayList<Delivered>();
        for (Mail mail : mails) {
            MimeMessage parsed = mail.parsed();
            String text = new String(parsed.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            all.add(new Delivered(mail.to(), parsed.getSubject(), text));
        }
        return all;
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {
        private String from = "";
        private String to = "";

        Handler(MessageContext context) {}

        @Override
        public void from(String address) throws RejectException {
            if (address.startsWith("stranger@")) {
                throw new RejectException(553, "5.7.1 not your address");
            }
            from = address;
        }

        @Override
        public void recipient(String address) throws RejectException {
            if (address.startsWith("unknown@")) {
                throw new RejectException(550, "5.1.1 no such user here");
            }
            if (address.startsWith("later@")) {
                throw new RejectException(451, "4.7.1 greylisted, come back in a minute");
            }
            if (address.startsWith("closing@")) {
                throw new DropConnectionException(421, "4.3.2 closing down");
            }
            to = address;
        }

        @Override
        public String data(InputStream data) throws RejectException {
            if (to.startsWith("dies@")) {
                throw new DropConnectionException(0, "");
            }
            if (to.startsWith("spam@")) {
                throw new RejectException(554, "5.7.1 looks like spam");
            }
            try {
                mails.add(new Mail(from, to, data.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        }

        @Override
        public void done() {}
    }
}

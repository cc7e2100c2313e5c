package io.fumikura.notify.smtp;

import io.fumikura.notify.spi.Notifier;
import io.fumikura.testkit.NotifierContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class SmtpNotifierContractTest extends NotifierContract {

    private final TestServer server = TestServer.starttlsWithPassword();
    private final List<SmtpNotifier> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(SmtpNotifier::close);
        server.close();
    }

    private Notifier notifier(int port) {
        SmtpNotifier notifier = TestConfig.secure(port).notifier();
        open.add(notifier);
        return notifier;
    }

    @Override
    protected Notifier notifier() {
        return notifier(server.port());
    }

    @Override
    protected Notifier away() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return notifier(free.getLocalPort());
        }
    }

    @Override
    protected List<Delivered> delivered() throws Exception {
        return server.delivered();
    }

    @Override
    protected String refused() {
        return "unknown@example.com";
    }

    @Override
    protected String delayed() {
        return "later@example.com";
    }

    @Override
    protected String secret() {
        return TestServer.PASSWORD;
    }
}

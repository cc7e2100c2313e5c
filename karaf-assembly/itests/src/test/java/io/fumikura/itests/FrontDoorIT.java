package io.fumikura.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;

/** What strangers send. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FrontDoorIT {

    /** More than the server has threads. */
    private static final int MANY = 300;

    @Inject
    @Filter(timeout = 90_000)
    BootFinished booted;

    @Configuration
    public Option[] configuration() {
        return Distribution.options();
    }

    @Test
    public void slowBodiesOfStrangersHoldNoThread() throws Exception {
        Client client = Client.ready();
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < MANY; i++) {
                slow.add(open(post("/api/v1/session", "Content-Length: 60", "{")));
            }
            for (int i = 0; i < 10; i++) {
                assertEquals(200, client.send("GET", "/people", "").statusCode());
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    public void aSlowBodyThatComesWholeIsTaken() throws Exception {
        Client.ready();
        String body = "{\"login\":\"nobody\",\"password\":\"nothing\"}";
        try (Socket socket = open(post("/api/v1/session", "Content-Length: " + body.length(), body.substring(0, 5)))) {
            socket.getOutputStream().write(body.substring(5).getBytes(StandardCharsets.US_ASCII));
            assertTrue(head(socket).startsWith("HTTP/1.1 401"));
        }
    }

    @Test
    public void largeBodiesOfStrangersAreRefusedUnread() throws Exception {
        Client.ready();
        assertProblem(413, post("/api/v1/session", "Content-Length: 20000", "{"));
        assertProblem(413, post("/api/v1/session", "Transfer-Encoding: chunked", "5000\r\n" + "x".repeat(0x5000) + "\r\n"));
        assertProblem(401, post("/api/v1/uploads?filename=a.txt", "Content-Length: 20000", "x"));
    }

    @Test
    public void filesThatAreAnnouncedAsTooLargeAreRefusedUnread() throws Exception {
        Client client = Client.ready();
        assertProblem(413, post("/api/v1/uploads?filename=a.pdf", client.authorization() + "\r\nContent-Length: 629145600", "%PDF-1.7"));
    }

    @Test
    public void whatIsNoGoodHttpIsAnsweredWithProblemsToo() throws Exception {
        Client.ready();
        assertProblem(400, "GET /api/v1/health HTTP/1.1\r\n\r\n");
        assertProblem(400, "nonsense\r\n\r\n");
        assertProblem(505, "GET / HTTP/9.9\r\nHost: x\r\n\r\n");
        assertProblem(400, "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n");
        assertProblem(400, "GET /api/..%2f..%2fetc HTTP/1.1\r\nHost: x\r\n\r\n");
        assertProblem(400, "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n");
        assertProblem(431, "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertProblem(404, "GET /api/v1/nothing HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer no\r\nConnection: close\r\n\r\n");
    }

    private static void assertProblem(int status, String request) throws IOException {
        try (Socket socket = open(request)) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String said = request.substring(0, Math.min(80, request.length())) + " was answered with " + answer;
            assertTrue(said, answer.startsWith("HTTP/1.1 " + status + " "));
            assertTrue(said, answer.contains("application/problem+json") && answer.contains("\"status\":" + status));
            assertFalse(said, answer.toLowerCase(java.util.Locale.ROOT).matches("(?s).*(jetty|<html|exception).*"));
        }
    }

    private static String post(String path, String header, String start) {
        return String.join("\r\n", List.of("POST " + path + " HTTP/1.1", "Host: x", "Content-Type: application/json", header, "", start));
    }

    private static Socket open(String request) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger(Distribution.PORT));
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String head(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
}

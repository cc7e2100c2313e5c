package io.fumikura.notify.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.notify.spi.Message;
import io.fumikura.notify.spi.NotifierException;
import io.fumikura.notify.spi.NotifierException.Sort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpNotifierTest {

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(one);
        return one;
    }

    private SmtpNotifier notifier(TestConfig config) {
        SmtpNotifier notifier = config.notifier();
        open.add(0, notifier::close);
        return notifier;
    }

    private static Message to(String address) {
        return new Message(UUID.randomUUID() + ".0", address, Locale.JAPANESE, "件名", "本文\n");
    }

    private static NotifierException failure(SmtpNotifier notifier, Message message) {
        return catchThrowableOfType(NotifierException.class, () -> notifier.send(message));
    }

    @Test
    void sendsNothingReadableWhereStarttlsIsRequired() throws Exception {
        TestServer server = opened(TestServer.starttlsWithPassword());
        notifier(TestConfig.secure(server.port())).send(to("sakura@example.com"));
        assertThat(server.mails).hasSize(1);
    }

    @Test
    void speaksTlsFromTheStart() throws Exception {
        TestServer server = opened(TestServer.tls());
        notifier(TestConfig.of(server.port()).with("security", "tls").with("trust", TestCertificate.pem().toString()))
                .send(to("sakura@example.com"));
        assertThat(server.mails).hasSize(1);
    }

    @Test
    void takesStarttlsWhereItIsOfferedAndGoesOnWithout() throws Exception {
        TestServer without = opened(TestServer.plain());
        notifier(TestConfig.of(without.port()).with("security", "starttls-if-offered")).send(to("sakura@example.com"));
        assertThat(without.mails).hasSize(1);
    }

    @Test
    void doesNotSendWithoutTheEncryptionThatIsRequired() {
        TestServer without = opened(TestServer.plain());
        SmtpNotifier notifier = notifier(TestConfig.of(without.port()).with("security", "starttls"));
        assertThat(failure(notifier, to("sakura@example.com")).sort()).isEqualTo(Sort.UNREACHABLE);
        assertThat(without.mails).isEmpty();
    }

    @Test
    void doesNotTrustAnybodysCertificate() {
        TestServer server = opened(TestServer.starttlsWithPassword());
        NotifierException failure = failure(notifier(TestConfig.secure(server.port()).with("trust", "")), to("sakura@example.com"));
        assertThat(failure.sort()).isEqualTo(Sort.UNREACHABLE);
        assertThat(failure).hasMessageContaining("certificate").hasMessageContaining("not trusted").hasMessageContaining("\"trust\"");
        assertThat(server.mails).isEmpty();
    }

    @Test
    void doesNotTrustACertificateForAnotherHost() {
        TestServer server = opened(TestServer.starttlsWithPassword());
        NotifierException failure = failure(notifier(TestConfig.secure(server.port()).with("host", "127.0.0.1")), to("sakura@example.com"));
        assertThat(failure.sort()).isEqualTo(Sort.UNREACHABLE);
        assertThat(failure).hasMessageContaining("not trusted");
        assertThat(server.mails).isEmpty();
    }

    @Test
    void saysThatThePasswordIsWrongWithoutShowingIt() {
        TestServer server = opened(TestServer.starttlsWithPassword());
        NotifierException failure =
                failure(notifier(TestConfig.secure(server.port()).with("password", "wrong horse")), to("sakura@example.com"));
        assertThat(failure.sort()).isEqualTo(Sort.UNREACHABLE);
        assertThat(failure).hasMessageContaining("does not accept the user name and password").hasMessageNotContaining("wrong horse");
    }

    @Test
    void readsThePasswordFromItsFileAtEachConnection(@TempDir Path folder) throws Exception {
        TestServer server = opened(TestServer.starttlsWithPassword());
        Path file = Files.writeString(folder.resolve("password"), "old\n");
        SmtpNotifier notifier = notifier(TestConfig.secure(server.port()).with("password", "").with("password_file", file.toString()));
        assertThat(failure(notifier, to("sakura@example.com")).sort()).isEqualTo(Sort.UNREACHABLE);
        Files.writeString(file, TestServer.PASSWORD + "\n");
        notifier.send(to("sakura@example.com"));
        Files.delete(file);
        assertThat(failure(notifier(TestConfig.secure(server.port()).with("password", "").with("password_file", file.toString())),
                        to("sakura@example.com")))
                .hasMessageContaining(file.toString());
    }

    @Test
    void namesTheEnvironmentVariableThatIsMissing() {
        TestServer server = opened(TestServer.starttlsWithPassword());
        var config = TestConfig.secure(server.port()).with("password", "").with("password_env", "FUMIKURA_NO_SUCH_VARIABLE");
        assertThat(failure(notifier(config), to("sakura@example.com"))).hasMessageContaining("FUMIKURA_NO_SUCH_VARIABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "unknown@example.com, REFUSED, 5.1.1 no such user here",
        "later@example.com, DELAYED, 4.7.1 greylisted",
        "closing@example.com, UNREACHABLE, 4.3.2 closing down",
        "dies@example.com, DELAYED, broke in the middle",
        "spam@example.com, REFUSED, 5.7.1 looks like spam"
    })
    void tellsWhatTheServerSaidAndWhatItMeans(String recipient, Sort sort, String words) throws Exception {
        TestServer server = opened(TestServer.plain());
        SmtpNotifier notifier = notifier(TestConfig.of(server.port()));
        NotifierException failure = failure(notifier, to(recipient));
        assertThat(failure.sort()).isEqualTo(sort);
        assertThat(failure).hasMessageContaining(words);
        notifier.send(to("sakura@example.com"));
        assertThat(server.mails).hasSize(1);
    }

    @Test
    void takesASenderThatIsNotOursForATroubleOfAllMails() {
        TestServer server = opened(TestServer.plain());
        NotifierException failure =
                failure(notifier(TestConfig.of(server.port()).with("from", "stranger@example.com")), to("sakura@example.com"));
        assertThat(failure.sort()).isEqualTo(Sort.UNREACHABLE);
        assertThat(failure).hasMessageContaining("sender's address").hasMessageContaining("not your address");
    }

    @Test
    void givesUpAServerThatSaysNothing() throws Exception {
        try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            SmtpNotifier notifier = notifier(TestConfig.of(mute.getLocalPort()).with("answer_seconds", 1));
            assertThat(failure(notifier, to("sakura@example.com")).sort()).isEqualTo(Sort.UNREACHABLE);
        }
    }

    @Test
    void doesNotTakeAServerOfAnotherKindForAMailServer() throws Exception {
        try (var web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var answering = new Thread(() -> answer(web, "HTTP/1.1 400 Bad Request\r\n\r\n"));
            answering.start();
            SmtpNotifier notifier = notifier(TestConfig.of(web.getLocalPort()).with("answer_seconds", 5));
            assertThat(failure(notifier, to("sakura@example.com")).sort()).isEqualTo(Sort.UNREACHABLE);
            answering.join();
        }
    }

    private static void answer(ServerSocket server, String text) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void writesHeadersThatEveryServerTakes() throws Exception {
        TestServer server = opened(TestServer.plain());
        SmtpNotifier notifier = notifier(TestConfig.of(server.port())
                .with("from", "noreply@例え.jp")
                .with("from_name", "株式会社あおぞら商事 文書管理システム（自動送信）")
                .with("reply_to", "support@example.com"));
        String subject = "署名依頼のお知らせ".repeat(20);
        notifier.send(new Message("0f7c.0", "sakura@例え.jp", Locale.JAPANESE, subject, "本文\n"));
        TestServer.Mail mail = server.mails.get(0);
        assertThat(mail.raw()).matches("\\A\\p{ASCII}+\\z");
        assertThat(mail.raw().lines()).allMatch(line -> line.length() <= 78);
        assertThat(mail.from()).isEqualTo("noreply@xn--r8jz45g.jp");
        assertThat(mail.to()).isEqualTo("sakura@xn--r8jz45g.jp");
        var parsed = mail.parsed();
        assertThat(parsed.getSubject()).isEqualTo(subject);
        var from = (jakarta.mail.internet.InternetAddress) parsed.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("noreply@xn--r8jz45g.jp");
        assertThat(from.getPersonal()).isEqualTo("株式会社あおぞら商事 文書管理システム（自動送信）");
        assertThat(parsed.getMessageID()).isEqualTo("<0f7c.0@xn--r8jz45g.jp>");
        assertThat(parsed.getHeader("Reply-To")).containsExactly("support@example.com");
        assertThat(parsed.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(parsed.getHeader("Content-Language")).containsExactly("ja");
        assertThat(parsed.getSentDate()).isNotNull();
        assertThat(parsed.getContentType()).isEqualTo("text/plain; charset=UTF-8");
    }

    @Test
    void sendsToAddressesOfOtherLettersWhereTheServerTakesThem() throws Exception {
        TestServer server = opened(TestServer.plain());
        notifier(TestConfig.of(server.port())).send(to("佐倉@例え.jp"));
        assertThat(server.mails).extracting(TestServer.Mail::to).containsExactly("佐倉@xn--r8jz45g.jp");
    }

    @Test
    void sendsToAddressesThatCarriersGaveOut() throws Exception {
        TestServer server = opened(TestServer.plain());
        notifier(TestConfig.of(server.port())).send(to("abc..def.@docomo.example.jp"));
        assertThat(server.mails).extracting(TestServer.Mail::to).containsExactly("abc..def.@docomo.example.jp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sakura@example.com\r\nRCPT TO:<all@example.com>", "sakura\n@example.com", "sakura@exam ple.com", "sakura"})
    void letsNoRecipientAddCommands(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> to(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello\r\nBcc: all@example.com", "Hello\nthere", "Hello\u2028there", "Hello\u0000"})
    void letsNoSubjectAddHeaders(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Message("id", "sakura@example.com", Locale.ENGLISH, subject, "Text\n"));
    }

    @Test
    void keepsAConnectionForTheNextMails() throws Exception {
        TestServer server = opened(TestServer.plain());
        SmtpNotifier notifier = notifier(TestConfig.of(server.port()));
        for (int i = 0; i < 120; i++) {
            notifier.send(to("sakura@example.com"));
        }
        assertThat(server.mails).hasSize(120);
        assertThat(server.connections).hasValue(3);
    }

    @Test
    void connectsAnewWhenTheServerWasStarted() throws Exception {
        TestServer first = TestServer.plain();
        int port = first.port();
        SmtpNotifier notifier = notifier(TestConfig.of(port));
        notifier.send(to("sakura@example.com"));
        first.close();
        assertThat(failure(notifier, to("sakura@example.com")).sort()).isEqualTo(Sort.UNREACHABLE);
        TestServer second = opened(TestServer.plain(port));
        notifier.send(to("sakura@example.com"));
        assertThat(second.mails).hasSize(1);
    }
}

package io.fumikura.core.internal.mail;

import static io.fumikura.core.internal.mail.MailOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.health.spi.HealthCheck.Status;
import io.fumikura.notify.spi.Message;
import io.fumikura.notify.spi.NotifierException.Sort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSenderTest {

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private final ScriptedNotifier server = new ScriptedNotifier();
    private Transactions transactions;
    private Secrets secrets;

    TestDatabase database() {
        return TestDatabase.H2;
    }

    @BeforeEach
    void open() {
        transactions = database().create(folder).open();
        secrets = new Secrets(folder);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        transactions.close();
    }

    private MailOffice office() {
        return opened(MailOffice.quick(transactions, secrets));
    }

    private MailOffice opened(MailOffice office) {
        open.add(office);
        return office;
    }

    @Test
    void sendsWhatWasPutAndErasesSecrets() {
        MailOffice office = office().with(server);
        UUID secret = office.put(null, "sakura@example.com", true);
        UUID open = office.put(null, "morikawa@example.com", false);
        await(() -> office.count("SENT") == 2);
        assertThat(server.taken).extracting(Message::to).containsExactlyInAnyOrder("sakura@example.com", "morikawa@example.com");
        assertThat(server.taken).allSatisfy(message -> {
            assertThat(message.subject()).isEqualTo("【文蔵】初回ログインパスワードのお知らせ");
            assertThat(message.text()).contains("pass-1");
        });
        assertThat(office.value(secret, "text_encrypted")).isNull();
        assertThat(office.value(open, "text_encrypted")).isNotNull();
    }

    @Test
    void mailsWaitWithoutNotifierAndGoWhenOneComes() {
        MailOffice office = office();
        office.put(null, "sakura@example.com", true);
        var health = new MailCheck(transactions, office.sender, new PublicUrl("https://fumikura.example.com"));
        assertThat(health.check().status()).isEqualTo(Status.WARNING);
        assertThat(health.check().message()).contains("1 now", "https://fumikura.example.com/admin/mails");
        assertThat(office.count("QUEUED")).isEqualTo(1);
        office.with(server);
        await(() -> office.count("SENT") == 1);
        assertThat(health.check().status()).isEqualTo(Status.OK);
    }

    @Test
    void parksWhatTheServerRefusesForGood() {
        MailOffice office = office().with(server);
        server.answer = Sort.REFUSED;
        UUID mail = office.put(null, "unknown@example.com", true);
        await(() -> office.count("PARKED") == 1);
        assertThat(server.asked).hasValue(1);
        assertThat(office.value(mail, "reason")).isEqualTo("550 said the server");
        assertThat(office.value(mail, "text_encrypted")).isNotNull();
        var health = new MailCheck(transactions, office.sender, new PublicUrl("https://fumikura.example.com")).check();
        assertThat(health.status()).isEqualTo(Status.WARNING);
        assertThat(health.message()).startsWith("1 mails were put aside");
    }

    @Test
    void triesAgainWhatTheServerDelays() {
        MailOffice office = office().with(server);
        server.answer = Sort.DELAYED;
        UUID mail = office.put(null, "later@example.com", true);
        await(() -> server.asked.get() > 3);
        server.answer = null;
        await(() -> office.count("SENT") == 1);
        assertThat(Integer.parseInt(office.value(mail, "attempts"))).isGreaterThanOrEqualTo(3);
        assertThat(office.value(mail, "reason")).isNull();
    }

    @Test
    void oneDelayedMailKeepsNobodyWaiting() {
        var hour = new Pauses(Duration.ofHours(1), Duration.ofHours(1));
        MailOffice office = opened(new MailOffice(transactions, secrets, "node", hour, hour, Duration.ofDays(5))).with(server);
        server.answer = Sort.DELAYED;
        office.put(null, "later@example.com", true);
        await(() -> server.asked.get() == 1);
        server.answer = null;
        office.put(null, "sakura@example.com", true);
        await(() -> office.count("SENT") == 1);
        assertThat(office.count("QUEUED")).isEqualTo(1);
        assertThat(server.asked).hasValue(2);
    }

    @Test
    void workersThatShareDelayedMailsTryEachOnce() {
        var hour = new Pauses(Duration.ofHours(1), Duration.ofHours(1));
        MailOffice office = opened(new MailOffice(transactions, secrets, "node", hour, hour, Duration.ofDays(5))).with(server);
        server.answer = Sort.DELAYED;
        for (int i = 0; i < 200; i++) {
            office.put(null, "reader-" + i + "@example.com", true);
        }
        await(() -> server.asked.get() >= 200 && office.count("SENDING") == 0);
        assertThat(office.count("QUEUED")).isEqualTo(200);
        assertThat(server.asked).hasValue(200);
    }

    @Test
    void asksAServerThatIsAwayOnceInAWhileAndLosesNothing() {
        var hour = new Pauses(Duration.ofHours(1), Duration.ofHours(1));
        MailOffice office = opened(new MailOffice(transactions, secrets, "node", hour, hour, Duration.ofDays(5))).with(server);
        server.answer = Sort.UNREACHABLE;
        for (int i = 0; i < 100; i++) {
            office.put(null, "reader-" + i + "@example.com", true);
        }
        await(() -> office.sender.trouble().isPresent() && office.count("SENDING") == 0);
        assertThat(server.asked.get()).isLessThanOrEqualTo(2);
        assertThat(office.count("QUEUED")).isEqualTo(100);
        var health = new MailCheck(transactions, office.sender, new PublicUrl("https://example.com")).check();
        assertThat(health.status()).isEqualTo(Status.WARNING);
        assertThat(health.message()).contains("they wait (100 now)", "https://example.com/admin/mails").doesNotContain("550", "smtp");
        server.answer = null;
        office.sender.tryNow();
        await(() -> office.count("SENT") == 100);
        assertThat(office.sender.trouble()).isEmpty();
    }

    @Test
    void goesOnByItselfWhenTheServerIsBack() {
        MailOffice office = office().with(server);
        server.answer = Sort.UNREACHABLE;
        UUID mail = office.put(null, "sakura@example.com", true);
        await(() -> server.asked.get() > 3);
        server.answer = null;
        await(() -> office.count("SENT") == 1);
        assertThat(office.value(mail, "attempts")).isEqualTo("0");
    }

    @Test
    void givesUpAfterSomeDays() {
        MailOffice office = office();
        UUID mail = office.put(null, "later@example.com", true);
        transactions.run(entities -> Sql.update(
                entities, "update mail set first_tried = ?", MailTable.now().minus(Duration.ofDays(5)).minusSeconds(1)));
        server.answer = Sort.DELAYED;
        office.with(server);
        await(() -> office.count("PARKED") == 1);
        assertThat(office.value(mail, "reason")).isEqualTo("Given up after 5 days: 550 said the server");
    }

    @Test
    void forgetsOldMailsThatAreDone() throws Exception {
        MailOffice office = office().with(server);
        UUID old = office.put(null, "sakura@example.com", true);
        await(() -> office.count("SENT") == 1);
        office.close();
        transactions.run(entities -> Sql.update(entities, "update mail set created = ?", MailTable.now().minus(Duration.ofDays(367))));
        MailOffice later = office();
        UUID waiting = later.put(null, "morikawa@example.com", true);
        transactions.run(entities ->
                Sql.update(entities, "update mail set created = ? where id = ?", MailTable.now().minus(Duration.ofDays(367)), waiting));
        await(() -> later.count("SENT") == 0);
        assertThat(later.count("QUEUED")).isEqualTo(1);
        assertThat(later.history(old)).contains("mail.sent");
    }

    @Test
    void anOldMailThatNobodyTriedIsNotGivenUp() {
        MailOffice office = office();
        office.put(null, "sakura@example.com", true);
        transactions.run(entities -> Sql.update(entities, "update mail set created = ?", MailTable.now().minus(Duration.ofDays(400))));
        server.answer = Sort.DELAYED;
        office.with(server);
        await(() -> server.asked.get() > 1);
        server.answer = null;
        await(() -> office.count("SENT") == 1);
    }

    @Test
    void aNotifierThatFailsLosesNothing() {
        MailOffice office = office().with(server);
        server.broken = new IllegalStateException("a mistake of the plugin");
        UUID mail = office.put(null, "sakura@example.com", true);
        await(() -> server.asked.get() > 1);
        server.broken = null;
        await(() -> office.count("SENT") == 1);
        assertThat(Integer.parseInt(office.value(mail, "attempts"))).isPositive();
    }

    @Test
    void parksAMailThatCannotBeDecrypted() {
        MailOffice office = office();
        UUID mail = office.put(null, "sakura@example.com", true);
        transactions.run(entities -> Sql.update(
                entities, "update mail set text_encrypted = ?", secrets.encrypt("text", "mail:somebody else's")));
        office.with(server);
        UUID other = office.put(null, "morikawa@example.com", true);
        await(() -> office.count("PARKED") == 1 && office.count("SENT") == 1);
        assertThat(office.value(mail, "reason")).startsWith("The mail can't be read from the database");
        assertThat(office.value(other, "state")).isEqualTo("SENT");
    }

    @Test
    void aMailInTheHandsOfANodeThatDiedIsSentByItsNextStart() throws Exception {
        MailOffice first = office().with(server);
        server.hold = new CountDownLatch(1);
        first.put(null, "sakura@example.com", true);
        await(() -> server.asked.get() == 1);
        transactions.run(entities -> Sql.update(entities, "update mail set lease_owner = 'node:earlier:1'"));
        server.hold.countDown();
        await(() -> server.taken.size() == 1);
        first.close();
        assertThat(first.count("SENDING")).as("the lease was lost").isEqualTo(1);
        server.hold = null;
        MailOffice second = office().with(server);
        await(() -> second.count("SENT") == 1);
        assertThat(server.taken).extracting(Message::id).hasSize(2).containsOnly(server.taken.get(0).id());
    }

    @Test
    void aMailOfAnotherNodeIsTakenOverWhenItsLeaseIsOver() {
        MailOffice office = office();
        office.put(null, "sakura@example.com", true);
        transactions.run(entities -> Sql.update(
                entities,
                "update mail set state = 'SENDING', lease_owner = 'other:1:1', lease_until = ?",
                MailTable.now().minusSeconds(1)));
        transactions.run(MailTable::takeOverExpired);
        office.with(server);
        await(() -> office.count("SENT") == 1);
    }

    @Test
    void stopsInTheMiddleOfAMailWithoutLosingIt() throws Exception {
        MailOffice office = office().with(server);
        server.hold = new CountDownLatch(1);
        office.put(null, "sakura@example.com", true);
        await(() -> server.asked.get() == 1);
        office.close();
        assertThat(office.count("QUEUED")).isEqualTo(1);
    }

    @Test
    void nodesShareAThousandMailsAndSendEachOnce() {
        Transactions shared = transactions;
        MailOffice one = opened(new MailOffice(
                shared, secrets, "one", new Pauses(Duration.ofMillis(1), Duration.ofMillis(1)),
                new Pauses(Duration.ofMillis(1), Duration.ofMillis(1)), Duration.ofDays(5)));
        MailOffice two = opened(new MailOffice(
                shared, secrets, "two", new Pauses(Duration.ofMillis(1), Duration.ofMillis(1)),
                new Pauses(Duration.ofMillis(1), Duration.ofMillis(1)), Duration.ofDays(5)));
        shared.run(entities -> {
            for (int i = 0; i < 1000; i++) {
                one.mails.put(entities, MailsTest.draft("reader-" + i + "@example.com"));
            }
        });
        var other = new ScriptedNotifier();
        one.with(server);
        two.with(other);
        await(() -> one.count("SENT") == 1000);
        var sent = new ArrayList<String>();
        server.taken.forEach(message -> sent.add(message.to()));
        other.taken.forEach(message -> sent.add(message.to()));
        assertThat(sent).hasSize(1000).doesNotHaveDuplicates();
        assertThat(server.taken).isNotEmpty();
        assertThat(other.taken).isNotEmpty();
    }
}

package io.fumikura.core.internal.mail;

import static io.fumikura.core.internal.mail.MailOffice.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Company;
import io.fumikura.mail.Mail;
import io.fumikura.mail.MailDetail.TextState;
import io.fumikura.mail.MailPage;
import io.fumikura.mail.MailQuery;
import io.fumikura.mail.MailState;
import io.fumikura.notify.spi.Message;
import io.fumikura.notify.spi.NotifierException.Sort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredMailsTest {

    @TempDir
    Path folder;

    private final ScriptedNotifier server = new ScriptedNotifier();
    private Transactions transactions;
    private MailOffice office;
    private Company aozora;
    private Company minato;
    private Caller operator;
    private Caller administrator;

    TestDatabase database() {
        return TestDatabase.H2;
    }

    @BeforeEach
    void open() {
        transactions = database().create(folder).open();
        office = MailOffice.quick(transactions, new Secrets(folder));
        aozora = Company.found(transactions, "あおぞら");
        minato = Company.found(transactions, "みなと");
        operator = minato.hire("Operator", Permission.OPERATOR);
        administrator = aozora.hire("Administrator", Permission.TENANT_ADMINISTRATOR);
    }

    @AfterEach
    void close() throws Exception {
        office.close();
        transactions.close();
    }

    private static MailQuery all(int limit) {
        return new MailQuery(Optional.empty(), "", Optional.empty(), limit);
    }

    private List<String> recipients(Caller caller, MailQuery query) {
        return office.stored.list(caller, query).mails().stream().map(Mail::to).toList();
    }

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(PlatformException.class, call).code();
    }

    @Test
    void operatorsSeeAllMailsAndAdministratorsTheirTenants() {
        UUID ours = office.put(aozora.id().value(), "sakura@example.com", false);
        UUID theirs = office.put(minato.id().value(), "onishi@example.com", false);
        UUID nobodys = office.put(null, "new@example.com", false);
        assertThat(recipients(operator, all(10))).containsExactlyInAnyOrder("sakura@example.com", "onishi@example.com", "new@example.com");
        assertThat(recipients(administrator, all(10))).containsExactly("sakura@example.com");
        assertThat(office.stored.list(administrator, all(10)).counts()).containsOnly(java.util.Map.entry(MailState.QUEUED, 1L));
        assertThat(office.stored.show(administrator, ours).mail().tenantName()).isEqualTo("あおぞら");
        for (UUID other : List.of(theirs, nobodys, UUID.randomUUID())) {
            assertThat(refusal(() -> office.stored.show(administrator, other))).isEqualTo("mail.unknown");
            assertThat(refusal(() -> office.stored.retry(administrator, other))).isEqualTo("mail.unknown");
            assertThat(refusal(() -> office.stored.park(administrator, other))).isEqualTo("mail.unknown");
        }
    }

    @Test
    void nobodyElseSeesMails() {
        UUID mail = office.put(aozora.id().value(), "sakura@example.com", false);
        Caller clerk = aozora.hire("Clerk", Permission.VIEWER, Permission.CLERK, Permission.GROUP_ADMINISTRATOR);
        assertThat(refusal(() -> office.stored.list(clerk, all(10)))).isEqualTo("permission.missing");
        assertThat(refusal(() -> office.stored.show(clerk, mail))).isEqualTo("permission.missing");
        assertThat(refusal(() -> office.stored.retry(clerk, mail))).isEqualTo("permission.missing");
        assertThat(refusal(() -> office.stored.park(clerk, mail))).isEqualTo("permission.missing");
    }

    @Test
    void secretTextsAreForOperatorsAndOnlyUntilTheyAreSent() {
        UUID mail = office.put(aozora.id().value(), "sakura@example.com", true);
        assertThat(office.stored.show(operator, mail).text()).get().asString().contains("佐倉 様", "pass-1");
        assertThat(office.stored.show(administrator, mail).textState()).isEqualTo(TextState.WITHHELD);
        assertThat(office.stored.show(administrator, mail).text()).isEmpty();
        office.with(server);
        await(() -> office.count("SENT") == 1);
        assertThat(office.stored.show(operator, mail).textState()).isEqualTo(TextState.ERASED);
        assertThat(refusal(() -> office.stored.retry(operator, mail))).isEqualTo("mail.erased");
    }

    @Test
    void pagesThroughAllMailsNewestFirst() {
        for (int i = 0; i < 7; i++) {
            office.put(null, "reader-" + i + "@example.com", false);
        }
        transactions.run(entities -> Sql.update(
                entities, "update mail set created = ? where recipient > 'reader-3'", MailTable.now().minusSeconds(60)));
        var seen = new ArrayList<String>();
        Optional<String> cursor = Optional.empty();
        do {
            MailPage page = office.stored.list(operator, new MailQuery(Optional.empty(), "", cursor, 3));
            page.mails().forEach(mail -> seen.add(mail.to()));
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 3)).containsExactly("reader-2@example.com", "reader-1@example.com", "reader-0@example.com");
    }

    @Test
    void findsMailsByStateAndPartOfTheRecipient() {
        UUID mail = office.put(null, "Sakura_1@example.com", false);
        office.put(null, "sakurax1@example.com", false);
        office.stored.park(operator, mail);
        assertThat(recipients(operator, new MailQuery(Optional.of(MailState.PARKED), "", Optional.empty(), 10)))
                .containsExactly("Sakura_1@example.com");
        assertThat(recipients(operator, new MailQuery(Optional.empty(), "sakura_1", Optional.empty(), 10)))
                .containsExactly("Sakura_1@example.com");
        assertThat(recipients(operator, new MailQuery(Optional.empty(), "%' or 1=1 --", Optional.empty(), 10))).isEmpty();
    }

    @Test
    void refusesQueriesThatMakeNoSense() {
        assertThat(refusal(() -> office.stored.list(operator, all(0)))).isEqualTo("query.invalid");
        assertThat(refusal(() -> office.stored.list(operator, all(201)))).isEqualTo("query.invalid");
        for (String cursor : List.of("", "x", "_", "2026-01-01T00:00:00Z_x", "x_" + UUID.randomUUID())) {
            assertThat(refusal(() -> office.stored.list(operator, new MailQuery(Optional.empty(), "", Optional.of(cursor), 10))))
                    .isEqualTo("query.invalid");
        }
    }

    @Test
    void sendsAgainWhatWasParked() {
        office.with(server);
        server.answer = Sort.REFUSED;
        UUID mail = office.put(aozora.id().value(), "unknown@example.com", true);
        await(() -> office.count("PARKED") == 1);
        assertThat(office.stored.show(administrator, mail).mail().reason()).contains("550 said the server");
        server.answer = null;
        office.stored.retry(administrator, mail);
        await(() -> office.count("SENT") == 1);
        assertThat(server.taken).extracting(Message::id).containsExactly(mail + ".0");
    }

    @Test
    void sendsOnceMoreUnderAnotherIdentityWhatWasSent() {
        office.with(server);
        UUID mail = office.put(null, "sakura@example.com", false);
        await(() -> office.count("SENT") == 1);
        office.stored.retry(operator, mail);
        await(() -> office.count("SENT") == 1 && server.taken.size() == 2);
        assertThat(server.taken).extracting(Message::id).containsExactly(mail + ".0", mail + ".1");
    }

    @Test
    void aParkedMailStaysUntilSomebodySendsIt() {
        UUID mail = office.put(null, "sakura@example.com", false);
        assertThat(office.stored.park(operator, mail).state()).isEqualTo(MailState.PARKED);
        assertThat(office.stored.park(operator, mail).state()).isEqualTo(MailState.PARKED);
        office.with(server);
        UUID other = office.put(null, "morikawa@example.com", false);
        await(() -> office.value(other, "state").equals("SENT"));
        assertThat(office.value(mail, "state")).isEqualTo("PARKED");
        assertThat(refusal(() -> office.stored.park(operator, other))).isEqualTo("mail.sent");
    }

    @Test
    void aMailOnItsWayIsLeftAlone() {
        server.hold = new CountDownLatch(1);
        office.with(server);
        UUID mail = office.put(null, "sakura@example.com", false);
        await(() -> server.asked.get() == 1);
        assertThat(refusal(() -> office.stored.retry(operator, mail))).isEqualTo("mail.sending");
        assertThat(refusal(() -> office.stored.park(operator, mail))).isEqualTo("mail.sending");
        server.hold.countDown();
        await(() -> office.count("SENT") == 1);
    }

    @Test
    void sendsATestToOnesOwnAddress() {
        Mail ours = office.stored.sendTest(administrator);
        assertThat(ours.to()).isEqualTo(administrator.user() + "@example.com");
        assertThat(office.stored.show(administrator, ours.id()).text()).get().asString().contains("Administrator 様");
        Mail theirs = office.stored.sendTest(operator);
        assertThat(theirs.tenant()).isEmpty();
        Caller clerk = aozora.hire("Clerk", Permission.CLERK);
        assertThat(refusal(() -> office.stored.sendTest(clerk))).isEqualTo("permission.missing");
    }

    @Test
    void whatHappensToAMailStandsInTheHistory() {
        server.answer = Sort.REFUSED;
        office.with(server);
        UUID mail = office.put(aozora.id().value(), "unknown@example.com", true);
        await(() -> office.count("PARKED") == 1);
        office.stored.show(administrator, mail);
        office.stored.show(operator, mail);
        server.answer = null;
        office.stored.retry(operator, mail);
        await(() -> office.count("SENT") == 1);
        office.stored.show(operator, mail);
        assertThat(office.history(mail)).containsExactly("mail.parked", "mail.viewed", "mail.retried", "mail.sent");
        UUID nobodys = office.put(null, "new@example.com", false);
        await(() -> office.value(nobodys, "state").equals("SENT"));
        assertThat(office.history(nobodys)).containsExactly("mail.sent");
    }
}

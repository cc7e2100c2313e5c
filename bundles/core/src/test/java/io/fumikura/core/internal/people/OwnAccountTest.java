package io.fumikura.core.internal.people;

import static io.fumikura.core.internal.people.Office.form;
import static io.fumikura.core.internal.people.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.SignInStage;
import io.fumikura.core.internal.account.ConfirmedChanges;
import io.fumikura.core.internal.account.Sessions;
import io.fumikura.core.internal.account.TermsTexts;
import io.fumikura.core.internal.account.Tokens;
import io.fumikura.core.internal.mail.Mails;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.model.SessionRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Company;
import io.fumikura.people.Delegates.Delegate;
import io.fumikura.people.OwnAccount.Own;
import io.fumikura.people.UserAccount;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class OwnAccountTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private Transactions transactions;
    private Secrets secrets;
    private Office office;
    private Sessions sessions;
    private StoredOwnAccount account;
    private StoredDelegates delegates;
    private UserAccount registered;
    private Caller hanako;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        office = new Office(transactions, folder);
        secrets = new Secrets(folder.resolve("keys"));
        sessions = new Sessions(transactions, new TermsTexts(false, folder));
        account = at(Instant.now());
        delegates = new StoredDelegates(transactions);
        registered = office.users.create(
                office.boss, Optional.empty(), form("花子", "hanako@example.com", List.of(office.group("本社")), Permission.SIGNER));
        hanako = present(office.as(registered), Instant.now());
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private StoredOwnAccount at(Instant now) {
        return new StoredOwnAccount(
                transactions,
                new ConfirmedChanges(transactions, sessions),
                new AddressNotices(new Mails(transactions, secrets), new PublicUrl("https://fumikura.example.com")),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** A running request of a session in which the user has shown who sits there. */
    private Caller present(Caller user, Instant confirmed) {
        var row = new SessionRow();
        String token = Tokens.random();
        row.tokenHash = Tokens.hash(token);
        row.id = UUID.randomUUID();
        row.csrfToken = "";
        row.user = user.user().value();
        row.address = "";
        row.browser = "";
        row.created = Instant.now();
        row.seen = row.created;
        row.expires = row.created.plusSeconds(600);
        row.latest = row.expires;
        row.idleMinutes = 10;
        row.stage = SignInStage.FULL.name();
        row.terms = "";
        row.confirmed = confirmed;
        transactions.run(entities -> entities.persist(row));
        return sessions.caller(token, UUID.randomUUID().toString()).orElseThrow();
    }

    private List<String> told(String template) {
        return transactions.read(entities ->
                Sql.query(entities, "select recipient from mail where template = ?", row -> row.getString(1), template));
    }

    private String secretOfLastMail() {
        String text = transactions.read(entities -> Sql.query(
                        entities,
                        "select id, text_encrypted from mail where template = 'mail-change' order by created desc",
                        row -> secrets.decrypt(row.getString(2), "mail:" + row.getObject(1, UUID.class)))
                .get(0));
        Matcher link = Pattern.compile("https://fumikura\\.example\\.com/mail-confirmation#(\\S+)").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void showsAndChangesNameAndFurtherAddresses() {
        Own own = account.change(hanako, " 花子 二 ", List.of("h2@example.com", "hanako@EXAMPLE.com"));
        assertThat(own.name()).isEqualTo("花子 二");
        assertThat(own.subMails()).containsExactly("h2@example.com");
        assertThat(own.groups()).containsExactly(List.of("本社"));
        assertThat(account.show(hanako)).isEqualTo(own);
        assertThat(office.history("user.changed")).hasSize(1);
        assertThat(refusal(() -> account.change(hanako, "", List.of()))).isEqualTo("user.name");
        assertThat(refusal(() -> account.change(hanako, "花子", List.of("x")))).isEqualTo("mail.address");
    }

    @Test
    void aCompanyMayKeepNamesToItsAdministrators() {
        transactions.run(entities -> Sql.update(entities, "update tenant set own_name_change = false"));
        assertThat(refusal(() -> account.change(hanako, "別名", List.of()))).isEqualTo("user.name-fixed");
        assertThat(account.change(hanako, "花子", List.of("h2@example.com")).nameFixed()).isTrue();
    }

    @Test
    void aMailAddressChangesWhenItsOwnerUsesTheLinkAndOnlyOnce() {
        assertThat(account.requestMail(hanako, "neu@example.com").wantedMail()).contains("neu@example.com");
        assertThat(account.show(hanako).mail()).isEqualTo("hanako@example.com");
        String secret = secretOfLastMail();
        assertThat(refusal(() -> account.confirmMail(secret + "x", ""))).isEqualTo("mail.link");

        account.confirmMail(secret, "192.0.2.1");

        assertThat(account.show(hanako).mail()).isEqualTo("neu@example.com");
        assertThat(account.show(hanako).wantedMail()).isEmpty();
        assertThat(office.history("user.mail-confirmed")).hasSize(1);
        assertThat(refusal(() -> account.confirmMail(secret, ""))).isEqualTo("mail.link");
        assertThat(told("mail-changed")).as("the former address").containsExactly("hanako@example.com");
    }

    @Test
    void whoSitsAtAnOpenSessionOrHoldsATokenGetsNoAddressIntoIt() {
        Caller stale = present(hanako, Instant.now().minus(Duration.ofMinutes(11)));
        Caller token = office.as(registered);

        assertThat(refusal(() -> account.requestMail(stale, "thief@example.com"))).isEqualTo("signin.confirm");
        assertThat(refusal(() -> account.requestMail(token, "thief@example.com"))).isEqualTo("signin.confirm");
        assertThat(told("mail-change")).isEmpty();
    }

    @Test
    void aNewPasswordOrAddressEndsTheLinksThatWereMailedBefore() {
        account.requestMail(hanako, "neu@example.com");
        String secret = secretOfLastMail();
        office.states.issuePassword(office.boss, hanako.user());
        assertThat(refusal(() -> account.confirmMail(secret, ""))).isEqualTo("mail.link");

        hanako = present(office.as(registered), Instant.now());
        account.requestMail(hanako, "neu@example.com");
        String next = secretOfLastMail();
        UserAccount now = office.now(hanako.user());
        office.users.change(office.boss, now.id(), now.version(), form("花子", "third@example.com", List.of(), Permission.SIGNER));
        assertThat(refusal(() -> account.confirmMail(next, ""))).isEqualTo("mail.link");
    }

    @Test
    void nobodyFloodsOthersWithLinks() {
        for (int i = 0; i < 10; i++) {
            account.requestMail(hanako, i + "@example.com");
        }
        assertThat(refusal(() -> account.requestMail(hanako, "one-more@example.com"))).isEqualTo("mail.too-many");
        assertThat(told("mail-change")).hasSize(10);
    }

    @Test
    void nobodyIsToldWhomOtherCompaniesHave() {
        Caller stranger = Company.found(transactions, "乙社").hire("他");
        String theirs = "other@example.com";
        transactions.run(entities -> Sql.update(
                entities, "update app_user set mail = ?, mail_key = ? where id = ?", theirs, theirs, stranger.user().value()));

        assertThat(account.requestMail(hanako, theirs).wantedMail()).contains(theirs);
        assertThat(told("mail-change")).containsExactly(theirs);
        assertThat(refusal(() -> account.confirmMail(secretOfLastMail(), ""))).isEqualTo("mail.taken");
    }

    @Test
    void linksEndAfterADayWithTheNextRequestAndWithTheAccount() {
        account.requestMail(hanako, "neu@example.com");
        String first = secretOfLastMail();
        assertThat(refusal(() -> at(Instant.now().plus(Duration.ofHours(25))).confirmMail(first, ""))).isEqualTo("mail.link");
        account.requestMail(hanako, "hanako@example.com");
        assertThat(refusal(() -> account.confirmMail(first, ""))).isEqualTo("mail.link");
        account.requestMail(hanako, "neu@example.com");
        office.states.lock(office.boss, hanako.user());
        assertThat(refusal(() -> account.confirmMail(secretOfLastMail(), ""))).isEqualTo("mail.link");
    }

    @Test
    void anAddressThatSomebodyHasIsRefusedAlsoAtTheEnd() {
        office.register("太", List.of());
        String taken = office.register("次", List.of()).mail();
        assertThat(refusal(() -> account.requestMail(hanako, taken))).isEqualTo("mail.taken");
        account.requestMail(hanako, "neu@example.com");
        office.users.create(office.boss, Optional.empty(), form("三", "neu@example.com", List.of()));
        assertThat(refusal(() -> account.confirmMail(secretOfLastMail(), ""))).isEqualTo("mail.taken");
    }

    @Test
    void signersNameDelegatesAmongColleaguesWhoCanSignIn() {
        UserAccount taro = office.register("タロウ", List.of());
        UserAccount gone = office.register("去", List.of());
        office.states.delete(office.boss, gone.id(), Optional.empty());
        Caller stranger = Company.found(transactions, "乙社").hire("他", Permission.SIGNER);

        assertThat(delegates.candidates(hanako, "たろう")).extracting(Delegate::name).containsExactly("タロウ");
        assertThat(delegates.candidates(hanako, "")).extracting(Delegate::name).containsExactlyInAnyOrder("タロウ", "社長");
        assertThat(delegates.add(hanako, Set.of(taro.id()))).extracting(Delegate::id).containsExactly(taro.id());
        assertThat(delegates.add(hanako, Set.of(taro.id()))).hasSize(1);
        assertThat(delegates.candidates(hanako, "たろう")).isEmpty();
        assertThat(delegates.signers(office.as(taro))).extracting(Delegate::name).containsExactly("花子");
        assertThat(refusal(() -> delegates.add(hanako, Set.of(hanako.user())))).isEqualTo("delegate.self");
        assertThat(refusal(() -> delegates.add(hanako, Set.of(gone.id())))).isEqualTo("user.unknown");
        assertThat(refusal(() -> delegates.add(hanako, Set.of(stranger.user())))).isEqualTo("user.unknown");
        assertThat(refusal(() -> delegates.add(office.boss, Set.of(taro.id())))).isEqualTo("permission.missing");
        assertThat(office.history("user.delegate-added")).hasSize(1);

        office.states.lock(office.boss, taro.id());
        assertThat(delegates.list(hanako)).extracting(Delegate::active).containsExactly(false);
        assertThat(delegates.remove(hanako, taro.id())).isEmpty();
        assertThat(office.history("user.delegate-removed")).hasSize(1);
        delegates.add(hanako, Set.of(office.boss.user()));
        office.states.delete(office.boss, hanako.user(), Optional.empty());
        assertThat(delegates.signers(office.boss)).isEmpty();
    }
}

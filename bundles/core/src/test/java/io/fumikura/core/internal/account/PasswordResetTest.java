package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.Caller;
import io.fumikura.account.Client;
import io.fumikura.account.PlatformException;
import io.fumikura.account.Session;
import io.fumikura.account.SessionEnd;
import io.fumikura.account.SessionEnd.Reason;
import io.fumikura.account.SignInStage;
import io.fumikura.core.internal.mail.Mails;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Company;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class PasswordResetTest {

    private static final String PASSWORD = "四つの 単語 をならべた 合言葉です";
    private static final String OTHER = "べつの 単語 をならべた 合言葉です";
    private static final String HASH = PasswordHash.of(PASSWORD);
    private static final Client HOME = new Client("192.0.2.1", "Firefox");

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private Transactions transactions;
    private Secrets secrets;
    private Sessions sessions;
    private PasswordSignIn signIn;
    private MailedResets resets;
    private Caller hanako;
    private Instant now = Instant.parse("2026-04-01T00:00:00Z");
    private final Deque<Runnable> work = new ArrayDeque<>();

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        secrets = new Secrets(folder.resolve("keys"));
        sessions = new Sessions(transactions, new TermsTexts(false, folder), clock);
        signIn = new PasswordSignIn(transactions, sessions, new Licences(tenant -> OptionalInt.empty()), clock);
        var notices = new PasswordNotices(new Mails(transactions, secrets), new PublicUrl("https://fumikura.example.com/"));
        resets = new MailedResets(transactions, sessions, notices, work::add, clock);
        hanako = Company.found(transactions, "甲社").hire("花子");
        change(user -> user.passwordHash = HASH);
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private void change(java.util.function.Consumer<UserRow> change) {
        transactions.run(entities -> change.accept(entities.find(UserRow.class, hanako.user().value())));
    }

    private String mail() {
        return hanako.user() + "@example.com";
    }

    private Session enter(String password) {
        return signIn.signIn(mail(), password, false, HOME);
    }

    private static String code(ThrowingCallable call) {
        PlatformException refused = catchThrowableOfType(PlatformException.class, call);
        return refused == null ? "done" : refused.code();
    }

    private List<String> mails(String template) {
        return transactions.read(entities -> Sql.query(
                entities,
                "select id, text_encrypted from mail where template = ? order by created, id",
                row -> secrets.decrypt(row.getString("text_encrypted"), "mail:" + row.getObject("id")),
                template));
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private String link() {
        resets.request(mail(), HOME);
        work();
        List<String> mails = mails("password-reset");
        Matcher link = Pattern.compile("https://fumikura\\.example\\.com/reset#([A-Za-z0-9_-]{43})\n")
                .matcher(mails.get(mails.size() - 1));
        assertThat(link.find()).as(mails.toString()).isTrue();
        return link.group(1);
    }

    @Test
    void aLinkSetsANewPasswordOnceAndEndsAllSessions() {
        Session before = enter(PASSWORD);
        String token = link();
        assertThat(resets.look(token).name()).isEqualTo("花子");
        assertThat(resets.look(token).passwordRule().minimum()).as("looking does not use it").isEqualTo(15);

        resets.use(token, OTHER, HOME);

        assertThat(signIn.caller(before.token(), "r")).isEmpty();
        assertThat(signIn.end(before.token())).map(SessionEnd::reason).contains(Reason.PASSWORD_CHANGED);
        assertThat(code(() -> enter(PASSWORD))).isEqualTo("signin.refused");
        assertThat(code(() -> enter(OTHER))).isEqualTo("done");
        assertThat(code(() -> resets.look(token))).isEqualTo("reset.unknown");
        assertThat(code(() -> resets.use(token, PASSWORD, HOME))).isEqualTo("reset.unknown");
        assertThat(mails("password-changed")).hasSize(1).allMatch(text -> text.contains("https://fumikura.example.com/forgot"));
    }

    @Test
    void unknownPeopleGetTheSameAnswerBeforeAnythingIsLookedUp() {
        resets.request("nobody@example.com", HOME);
        resets.request(mail(), HOME);

        assertThat(work).hasSize(2);
        assertThat(mails("password-reset")).isEmpty();
        work();
        assertThat(mails("password-reset")).hasSize(1);
    }

    @Test
    void aLinkEndsAfterThirtyMinutes() {
        String token = link();
        now = now.plus(Duration.ofMinutes(29));
        assertThat(code(() -> resets.look(token))).isEqualTo("done");
        now = now.plus(Duration.ofMinutes(1));
        assertThat(code(() -> resets.look(token))).isEqualTo("reset.unknown");
        assertThat(code(() -> resets.use(token, OTHER, HOME))).isEqualTo("reset.unknown");
    }

    @Test
    void aClockThatIsPutBackGivesNoLinkMoreTime() {
        String token = link();
        now = now.minus(Duration.ofHours(1));

        assertThat(code(() -> resets.use(token, OTHER, HOME))).isEqualTo("reset.unknown");
    }

    @Test
    void aBadPasswordDoesNotUseTheLink() {
        String token = link();

        assertThat(code(() -> resets.use(token, "kurz", HOME))).isEqualTo("password.weak");
        assertThat(code(() -> resets.use(token, OTHER, HOME))).isEqualTo("done");
    }

    @Test
    void usingOneLinkEndsTheOthers() {
        String first = link();
        now = now.plusSeconds(1);
        String second = link();
        resets.use(first, OTHER, HOME);

        assertThat(code(() -> resets.look(second))).isEqualTo("reset.unknown");
    }

    @Test
    void onlyHashesOfLinksAreStored() {
        String token = link();
        List<String> stored = transactions.read(
                entities -> Sql.query(entities, "select token_hash from password_reset", row -> row.getString(1)));

        assertThat(stored).containsExactly(Tokens.hash(token));
    }

    @Test
    void nobodyIsFloodedWithMailsNorAsksForManyFromOneAddress() {
        for (int i = 0; i < 20; i++) {
            resets.request(mail(), HOME);
        }
        work();
        assertThat(mails("password-reset")).hasSize(3);
        assertThat(code(() -> resets.request(mail(), HOME))).isEqualTo("signin.too-many");
    }

    @Test
    void aNewPasswordOpensALockAndDoesNotPassTheSecondFactor() {
        transactions.run(entities -> Sql.update(
                entities,
                "insert into totp_factor (user_id, seed_encrypted, since, last_step) values (?, 'x', ?, 0)",
                hanako.user().value(),
                now));
        change(user -> user.lockedUntil = now.plus(Duration.ofMinutes(10)));
        assertThat(code(() -> enter(PASSWORD))).isEqualTo("signin.locked");
        resets.use(link(), OTHER, HOME);

        assertThat(signIn.stage(enter(OTHER).token())).contains(SignInStage.SECOND_FACTOR);
    }

    @Test
    void whoeverMayNotEnterGetsNoLink() {
        String token = link();
        change(user -> user.state = "LOCKED");
        resets.request(mail(), HOME);
        work();

        assertThat(mails("password-reset")).hasSize(1);
        assertThat(code(() -> resets.use(token, OTHER, HOME))).isEqualTo("reset.unknown");
    }

    @Test
    void nobodyOfAShutCompanyGetsOrUsesALink() {
        String token = link();
        transactions.run(entities -> Sql.update(entities, "update tenant set state = 'SUSPENDED'"));
        resets.request(mail(), HOME);
        work();

        assertThat(mails("password-reset")).hasSize(1);
        assertThat(code(() -> resets.use(token, OTHER, HOME))).isEqualTo("reset.unknown");
    }
}

package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.Session;
import io.fumikura.account.SessionEnd;
import io.fumikura.account.SessionEnd.Reason;
import io.fumikura.account.SignInStage;
import io.fumikura.core.internal.persistence.Sql;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class PasswordResetTest extends AccountTest {

    private MailedResets resets;
    private Caller hanako;
    private final Deque<Runnable> work = new ArrayDeque<>();

    @BeforeEach
    void open() {
        resets = new MailedResets(transactions, sessions, notices(), work::add, clock);
        hanako = hire("花子");
    }

    private Session enter(String password) {
        return signIn.signIn(mail(hanako), password, false, OFFICE);
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private String link() {
        resets.request(mail(hanako), OFFICE);
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

        resets.use(token, OTHER, OFFICE);

        assertThat(signIn.caller(before.token(), "r")).isEmpty();
        assertThat(signIn.end(before.token())).map(SessionEnd::reason).contains(Reason.PASSWORD_CHANGED);
        assertThat(code(() -> enter(PASSWORD))).isEqualTo("signin.refused");
        assertThat(code(() -> enter(OTHER))).isEqualTo("done");
        assertThat(code(() -> resets.look(token))).isEqualTo("reset.unknown");
        assertThat(code(() -> resets.use(token, PASSWORD, OFFICE))).isEqualTo("reset.unknown");
        assertThat(mails("password-changed")).hasSize(1).allMatch(text -> text.contains("https://fumikura.example.com/forgot"));
    }

    @Test
    void unknownPeopleGetTheSameAnswerBeforeAnythingIsLookedUp() {
        resets.request("nobody@example.com", OFFICE);
        resets.request(mail(hanako), OFFICE);

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
        assertThat(code(() -> resets.use(token, OTHER, OFFICE))).isEqualTo("reset.unknown");
    }

    @Test
    void aLinkFromBeforeIsDeadOnceThePasswordWasChangedOtherwise() {
        String token = link();
        var users = new TenantUsers(transactions, sessions, notices(), clock);

        users.changePassword(hanako, PASSWORD, OTHER);

        assertThat(code(() -> resets.use(token, PASSWORD, OFFICE))).isEqualTo("reset.unknown");
    }

    @Test
    void aClockThatIsPutBackGivesNoLinkMoreTime() {
        String token = link();
        now = now.minus(Duration.ofHours(1));

        assertThat(code(() -> resets.use(token, OTHER, OFFICE))).isEqualTo("reset.unknown");
    }

    @Test
    void aBadPasswordDoesNotUseTheLink() {
        String token = link();

        assertThat(code(() -> resets.use(token, "kurz", OFFICE))).isEqualTo("password.weak");
        assertThat(code(() -> resets.use(token, OTHER, OFFICE))).isEqualTo("done");
    }

    @Test
    void usingOneLinkEndsTheOthers() {
        String first = link();
        now = now.plusSeconds(1);
        String second = link();
        resets.use(first, OTHER, OFFICE);

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
            resets.request(mail(hanako), OFFICE);
        }
        work();
        assertThat(mails("password-reset")).hasSize(3);
        assertThat(code(() -> resets.request(mail(hanako), OFFICE))).isEqualTo("signin.too-many");
    }

    @Test
    void aNewPasswordOpensALockAndDoesNotPassTheSecondFactor() {
        transactions.run(entities -> Sql.update(
                entities,
                "insert into totp_factor (user_id, seed_encrypted, since, last_step) values (?, 'x', ?, 0)",
                hanako.user().value(),
                now));
        change(hanako, user -> user.lockedUntil = now.plus(Duration.ofMinutes(10)));
        assertThat(code(() -> enter(PASSWORD))).isEqualTo("signin.locked");
        resets.use(link(), OTHER, OFFICE);

        assertThat(signIn.stage(enter(OTHER).token())).contains(SignInStage.SECOND_FACTOR);
    }

    @Test
    void whoeverMayNotEnterGetsNoLink() {
        String token = link();
        change(hanako, user -> user.state = "LOCKED");
        resets.request(mail(hanako), OFFICE);
        work();

        assertThat(mails("password-reset")).hasSize(1);
        assertThat(code(() -> resets.use(token, OTHER, OFFICE))).isEqualTo("reset.unknown");
    }

    @Test
    void nobodyOfAShutCompanyGetsOrUsesALink() {
        String token = link();
        transactions.run(entities -> Sql.update(entities, "update tenant set state = 'SUSPENDED'"));
        resets.request(mail(hanako), OFFICE);
        work();

        assertThat(mails("password-reset")).hasSize(1);
        assertThat(code(() -> resets.use(token, OTHER, OFFICE))).isEqualTo("reset.unknown");
    }
}

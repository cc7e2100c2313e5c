package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.Caller;
import io.fumikura.account.Client;
import io.fumikura.account.OpenSessions.OpenSession;
import io.fumikura.account.PasswordRule.Policy;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.Session;
import io.fumikura.account.SessionEnd;
import io.fumikura.account.SessionEnd.Reason;
import io.fumikura.account.SignInRules;
import io.fumikura.account.SignInStage;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.record.Company;
import io.fumikura.core.internal.persistence.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SignInStagesTest extends AccountTest {

    private Caller newcomer() {
        return hire("新人", user -> {
            user.mustChangePassword = true;
            user.initialExpires = now.plus(Duration.ofDays(7));
        });
    }

    private Instant lastSignIn(Caller who) {
        return transactions.read(entities -> entities.find(UserRow.class, who.user().value()).lastSignIn);
    }

    @Test
    void aNewcomerGetsNoCallerBeforeTheInitialPasswordIsChanged() {
        Session limited = enter(newcomer());

        assertThat(signIn.stage(limited.token())).contains(SignInStage.PASSWORD_CHANGE);
        assertThat(signIn.caller(limited.token(), "r")).isEmpty();
        assertThat(steps.step(limited.token()).name()).isEqualTo("新人");
        assertThat(steps.step(limited.token()).passwordRule().minimum()).isEqualTo(15);

        Session full = steps.changePassword(limited.token(), OTHER);

        assertThat(signIn.stage(full.token())).contains(SignInStage.FULL);
        assertThat(signIn.caller(full.token(), "r")).isPresent();
    }

    @Test
    void eachStepGivesFreshSecretsAndTheOldOnesAreDead() {
        Session limited = enter(newcomer());
        Session full = steps.changePassword(limited.token(), OTHER);

        assertThat(full.token()).isNotEqualTo(limited.token());
        assertThat(signIn.stage(limited.token())).isEmpty();
        assertThat(signIn.csrfMatches(full.token(), limited.csrfToken())).isFalse();
        assertThat(signIn.csrfMatches(full.token(), full.csrfToken())).isTrue();
        assertThat(code(() -> steps.changePassword(limited.token(), OTHER))).isEqualTo("signin.required");
        assertThat(code(() -> steps.changePassword(full.token(), OTHER + "x"))).isEqualTo("signin.stage");
    }

    @Test
    void theInitialPasswordCannotBeKept() {
        Session limited = enter(newcomer());

        assertThat(catchThrowableOfType(PlatformException.class, () -> steps.changePassword(limited.token(), PASSWORD)).details())
                .containsEntry("reason", "same");
        assertThat(catchThrowableOfType(PlatformException.class, () -> steps.changePassword(limited.token(), "kurz")).details())
                .containsEntry("reason", "short");
        assertThat(signIn.stage(limited.token())).contains(SignInStage.PASSWORD_CHANGE);
    }

    @Test
    void anInitialPasswordExpires() {
        Caller newcomer = newcomer();
        now = now.plus(Duration.ofDays(7));

        assertThat(code(() -> enter(newcomer))).isEqualTo("signin.initial-expired");
        assertThat(code(() -> signIn.signIn(mail(newcomer), "falsch", false, OFFICE))).isEqualTo("signin.refused");
    }

    @Test
    void aLimitedSessionWaitsHalfAnHour() {
        Session limited = enter(newcomer());
        now = now.plus(Duration.ofMinutes(31));

        assertThat(code(() -> steps.changePassword(limited.token(), OTHER))).isEqualTo("signin.required");
        assertThat(signIn.end(limited.token())).map(SessionEnd::reason).contains(Reason.IDLE);
    }

    @Test
    void theFirstSignInCountsWhenItIsComplete() {
        Caller newcomer = newcomer();
        Session limited = enter(newcomer);
        assertThat(lastSignIn(newcomer)).isNull();

        steps.changePassword(limited.token(), OTHER);

        assertThat(lastSignIn(newcomer)).isEqualTo(now);
    }

    @Test
    void ownSessionsAreListedAndEnded() {
        Caller hanako = hire("花子");
        Session home = signIn.signIn(mail(hanako), PASSWORD, true, new Client("198.51.100.7", "Phone\r\n1"));
        now = now.plus(Duration.ofMinutes(1));
        Session office = enter(hanako);
        Caller caller = present(office);

        assertThat(open.own(caller)).extracting(OpenSession::present).containsExactly(true, false);
        assertThat(open.own(caller)).extracting(s -> s.client().browser()).containsExactly(OFFICE.browser(), "Phone  1");
        open.end(caller, open.own(caller).get(1).id());

        assertThat(signIn.caller(home.token(), "r")).isEmpty();
        assertThat(signIn.end(home.token())).map(SessionEnd::reason).contains(Reason.ENDED_BY_USER);
        assertThat(open.own(caller)).hasSize(1);
        enter(hanako);
        assertThat(open.endOthers(caller)).isEqualTo(1);
        assertThat(signIn.caller(office.token(), "r")).isPresent();
    }

    @Test
    void whoIsSignedOutByAnAdministratorIsToldByWhom() {
        Session session = enter(hire("花子"));
        Caller boss = present(enter(hire("部長", Permission.TENANT_ADMINISTRATOR)));

        UUID id = open.all(boss).stream().filter(s -> s.name().equals("花子")).findFirst().orElseThrow().id();
        open.end(boss, id);

        assertThat(signIn.caller(session.token(), "r")).isEmpty();
        assertThat(signIn.end(session.token()).orElseThrow())
                .returns(Reason.ENDED_BY_ADMINISTRATOR, SessionEnd::reason)
                .returns("部長", SessionEnd::by);
        assertThat(code(() -> open.end(boss, id))).isEqualTo("session.unknown");
    }

    @Test
    void nobodyEndsOrSeesSessionsThatAreNotTheirs() {
        Caller hanako = present(enter(hire("花子")));
        UUID own = open.own(hanako).get(0).id();
        Caller colleague = hire("同僚", Permission.CLERK);
        Caller stranger = Company.found(transactions, "乙社").hire("他社の管理者", Permission.TENANT_ADMINISTRATOR);
        Caller operator = Company.found(transactions, "運営").hire("運営", Permission.OPERATOR);

        assertThat(code(() -> open.all(colleague))).isEqualTo("permission.missing");
        assertThat(code(() -> open.end(colleague, own))).isEqualTo("session.unknown");
        assertThat(open.all(stranger)).isEmpty();
        assertThat(code(() -> open.end(stranger, own))).isEqualTo("session.unknown");
        assertThat(open.all(operator)).extracting(OpenSession::id).containsExactly(own);
        open.end(operator, own);
        assertThat(open.own(hanako)).isEmpty();
    }

    private void copy(UUID session, int times) {
        String same = "csrf_token, user_id, stage, address, browser, created, seen, expires, latest, idle_minutes, keep_signed_in, lock_version";
        transactions.run(entities -> {
            for (int i = 0; i < times; i++) {
                Sql.update(
                        entities,
                        "insert into user_session (token_hash, id, " + same + ") select ?, ?, " + same + " from user_session where id = ?",
                        "copy " + i,
                        UUID.randomUUID(),
                        session);
            }
        });
    }

    @Test
    void newerSessionsThatAGroupAdministratorMayNotSeeHideNoneThatHeMay() {
        Place sales = group("営業", "/");
        Caller leader = hire("課長", Permission.GROUP_ADMINISTRATOR);
        Caller inside = hire("花子", Permission.CLERK);
        Caller above = hire("役員", Permission.TENANT_ADMINISTRATOR, Permission.CLERK);
        put(leader, sales);
        put(inside, sales);
        put(above, sales);
        enter(inside);
        now = now.plusSeconds(60);
        enter(above);
        copy(open.own(above).get(0).id(), 1000);

        assertThat(open.all(leader)).extracting(OpenSession::name).containsExactly("花子");
    }

    @Test
    void groupAdministratorsSeeAndEndSessionsInTheirGroupAndBelowOnly() {
        Caller boss = hire("部長", Permission.TENANT_ADMINISTRATOR);
        Place sales = group("営業", "/");
        Place below = group("営業一課", sales.path());
        Place other = group("総務", "/");
        Caller leader = hire("課長", Permission.GROUP_ADMINISTRATOR);
        put(leader, sales);
        Caller inside = hire("花子");
        put(inside, below);
        Caller both = hire("兼務");
        put(both, below, other);
        Caller outside = hire("太郎");
        put(outside, other);
        Caller above = hire("役員", Permission.TENANT_ADMINISTRATOR);
        put(above, below);
        Caller none = hire("無所属");
        for (Caller one : List.of(inside, both, outside, above, none)) {
            enter(one);
        }

        assertThat(open.all(leader)).extracting(OpenSession::name).containsExactly("花子");
        assertThat(open.all(boss)).extracting(OpenSession::name).containsExactlyInAnyOrder("花子", "兼務", "太郎", "役員", "無所属");
        for (Caller one : List.of(both, outside, above, none)) {
            UUID id = open.own(one).get(0).id();
            assertThat(code(() -> open.end(leader, id))).as(one.name()).isEqualTo("session.unknown");
        }
        open.end(leader, open.own(inside).get(0).id());
        assertThat(open.own(inside)).isEmpty();
        Caller lonely = hire("無所属の課長", Permission.GROUP_ADMINISTRATOR);
        assertThat(open.all(lonely)).isEmpty();
        enter(lonely);
        open.end(lonely, open.own(lonely).get(0).id());
        assertThat(open.own(lonely)).as("the own one").isEmpty();
    }

    @Test
    void aCompanyChoosesHowLongSessionsLive() {
        Caller boss = hire("部長", Permission.TENANT_ADMINISTRATOR);
        rules.change(boss, new SignInRules(Policy.MODERN, false, 30, 2, 0));
        Session idle = enter(boss);
        Session kept = signIn.signIn(mail(boss), PASSWORD, true, OFFICE);
        now = now.plus(Duration.ofMinutes(31));

        assertThat(signIn.caller(idle.token(), "r")).isEmpty();
        assertThat(signIn.end(idle.token())).map(SessionEnd::reason).contains(Reason.IDLE);
        for (int hour = 0; hour < 47; hour++) {
            now = now.plus(Duration.ofHours(1));
            assertThat(signIn.caller(kept.token(), "r")).isPresent();
        }
        now = now.plus(Duration.ofHours(1));
        assertThat(signIn.caller(kept.token(), "r")).isEmpty();
        assertThat(signIn.end(kept.token())).map(SessionEnd::reason).contains(Reason.TOO_OLD);
    }

    @Test
    void rulesAreTheAdministratorsAndTwoOfThemDoNotOverwriteEachOther() {
        Caller boss = hire("部長", Permission.TENANT_ADMINISTRATOR);
        SignInRules changed = rules.change(boss, new SignInRules(Policy.CLASSIC, false, 60, 7, rules.rules(boss).version()));

        assertThat(rules.passwordRule(boss).minimum()).isEqualTo(8);
        assertThat(changed).isEqualTo(rules.rules(boss));
        assertThat(code(() -> rules.change(boss, new SignInRules(Policy.MODERN, false, 60, 7, 0)))).isEqualTo("signin.rules-changed");
        assertThat(code(() -> rules.rules(hire("花子", Permission.CLERK)))).isEqualTo("permission.missing");
        assertThat(code(() -> new SignInRules(Policy.MODERN, false, 1, 7, 0))).isEqualTo("signin.rules");
    }
}

package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.Caller;
import io.fumikura.account.Client;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.Session;
import io.fumikura.account.SessionEnd;
import io.fumikura.account.SessionEnd.Reason;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.record.Company;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class PasswordSignInTest extends AccountTest {

    private Caller hanako;
    private String login;

    @BeforeEach
    void hire() {
        hanako = hire("花子", user -> login = user.loginId, Permission.CLERK);
    }

    private static Client at(String address) {
        return new Client(address, "Mozilla/5.0");
    }

    private String code(String name, String password) {
        PlatformException refused = catchThrowableOfType(
                PlatformException.class, () -> signIn.signIn(name, password, false, at("192.0.2.1")));
        return refused == null ? "accepted" : refused.code();
    }

    @Test
    void loginAndMailAreTakenInAnyCaseAndWidth() {
        assertThat(code(login.toUpperCase(Locale.ROOT), PASSWORD)).isEqualTo("accepted");
        assertThat(code(" " + login.replace("U-", "Ｕ－").replace("－", "-"), PASSWORD)).isEqualTo("accepted");
        assertThat(code(hanako.user() + "@EXAMPLE.com", PASSWORD)).isEqualTo("accepted");
        assertThat(code(login, PASSWORD + "x")).isEqualTo("signin.refused");
        assertThat(code("nobody", PASSWORD)).isEqualTo("signin.refused");
    }

    @Test
    void sessionsSurviveARestartAndOnlyHashesAreStored() {
        Session session = signIn.signIn(login, PASSWORD, false, at("192.0.2.1"));
        transactions.close();
        transactions = place.open();
        start();

        Caller caller = signIn.caller(session.token(), "request-1").orElseThrow();

        assertThat(caller).isEqualTo(new Caller(
                hanako.tenant(), hanako.user(), "花子", hanako.permissions(), Locale.JAPANESE, "request-1"));
        assertThat(signIn.csrfMatches(session.token(), session.csrfToken())).isTrue();
        assertThat(signIn.csrfMatches(session.token(), session.csrfToken() + "x")).isFalse();
        List<String> stored = transactions.read(entities ->
                Sql.query(entities, "select token_hash from user_session", row -> row.getString(1)));
        assertThat(stored).containsExactly(Tokens.hash(session.token()));
    }

    @Test
    void signingOutEndsTheSession() {
        Session session = signIn.signIn(login, PASSWORD, false, at("192.0.2.1"));
        signIn.signOut(session.token());
        signIn.signOut("unknown");

        assertThat(signIn.caller(session.token(), "r")).isEmpty();
        assertThat(signIn.csrfMatches(session.token(), session.csrfToken())).isFalse();
        assertThat(signIn.end(session.token())).map(SessionEnd::reason).contains(Reason.SIGNED_OUT);
        assertThat(signIn.end("unknown")).isEmpty();
    }

    @Test
    void anIdleSessionEndsAfterTwelveHoursAndAUsedOneGoesOn() {
        Session session = signIn.signIn(login, PASSWORD, false, at("192.0.2.1"));
        now = now.plus(Duration.ofHours(11));
        assertThat(signIn.caller(session.token(), "r")).isPresent();
        now = now.plus(Duration.ofHours(11));
        assertThat(signIn.caller(session.token(), "r")).isPresent();
        now = now.plus(Duration.ofHours(12));
        assertThat(signIn.caller(session.token(), "r")).isEmpty();

        Session kept = signIn.signIn(login, PASSWORD, true, at("192.0.2.1"));
        now = now.plus(Duration.ofDays(29));
        assertThat(signIn.caller(kept.token(), "r")).isPresent();
        now = now.plus(Duration.ofDays(1));
        assertThat(signIn.caller(kept.token(), "r")).isEmpty();
    }

    @Test
    void tenFailuresInARowLockForFifteenMinutesAlsoAfterARestart() {
        for (int i = 0; i < 10; i++) {
            assertThat(code(login, "falsch")).isEqualTo("signin.refused");
        }
        assertThat(code(login, PASSWORD)).isEqualTo("signin.locked");
        start();
        assertThat(code(login, PASSWORD)).isEqualTo("signin.locked");

        now = now.plus(Duration.ofMinutes(15)).plusSeconds(1);
        assertThat(code(login, PASSWORD)).isEqualTo("accepted");
    }

    @Test
    void strangersCannotLockAPersonOutOfTheOwnPlace() {
        signIn.signIn(login, PASSWORD, false, at("198.51.100.7"));
        for (int i = 0; i < 10; i++) {
            assertThat(code(login, "falsch")).isEqualTo("signin.refused");
        }
        assertThat(code(login, PASSWORD)).isEqualTo("signin.locked");
        assertThat(signIn.signIn(login, PASSWORD, false, at("198.51.100.7")).token()).hasSize(43);
        assertThat(code(login, PASSWORD)).isEqualTo("signin.locked");
    }

    @Test
    void guessesFromAKnownPlaceAreCountedThereToo() {
        signIn.signIn(login, PASSWORD, false, at("192.0.2.1"));
        for (int i = 0; i < 10; i++) {
            assertThat(code(login, "falsch")).isEqualTo("signin.refused");
        }
        assertThat(code(login, PASSWORD)).isEqualTo("signin.locked");
        assertThat(signIn.signIn(login, PASSWORD, false, at("192.0.2.2")).token()).hasSize(43);
    }

    @Test
    void aClockThatIsPutBackDoesNotMakeALockLonger() {
        for (int i = 0; i < 10; i++) {
            code(login, "falsch");
        }
        now = now.minus(Duration.ofDays(3));

        assertThat(code(login, PASSWORD)).isEqualTo("accepted");
    }

    @Test
    void aSignInGoesIntoTheHistoryAsDoFailuresOfKnownAndUnknown() {
        code(login, PASSWORD);
        code(login, "falsch");
        code("nobody", "falsch");

        List<String> actions = transactions.read(entities -> Sql.query(
                entities,
                "select action from history_entry where subject_type in ('user', 'session') order by happened_at, sequence",
                row -> row.getString(1)));
        assertThat(actions).containsExactlyInAnyOrder("signin.succeeded", "signin.failed", "signin.failed");
    }

    @Test
    void unknownLoginsLockAsKnownOnesDo() {
        for (int i = 0; i < 10; i++) {
            assertThat(code("nobody", "falsch")).isEqualTo("signin.refused");
        }
        assertThat(code("nobody", "falsch")).isEqualTo("signin.locked");
    }

    @Test
    void oneAddressMayNotTryManyLogins() {
        for (int i = 0; i < 50; i++) {
            assertThat(code("nobody-" + i, "falsch")).isEqualTo("signin.refused");
        }
        assertThat(code(login, PASSWORD)).isEqualTo("signin.too-many");
        assertThat(signIn.signIn(login, PASSWORD, false, at("192.0.2.2")).token()).hasSize(43);
    }

    @Test
    void theProfileShowsTheSignInBefore() {
        var users = new TenantUsers(transactions, sessions, notices());
        signIn.signIn(login, PASSWORD, false, at("192.0.2.1"));
        assertThat(users.profile(hanako).lastSignIn()).isEmpty();
        Instant first = now;
        now = now.plus(Duration.ofDays(1));
        signIn.signIn(login, PASSWORD, false, at("192.0.2.1"));

        assertThat(users.profile(hanako).lastSignIn()).contains(first);
        assertThat(users.profile(hanako).lastSignInFrom()).isEqualTo("192.0.2.1");
        assertThat(users.changeLanguage(hanako, Locale.ENGLISH).language()).isEqualTo(Locale.ENGLISH);
        assertThat(users.people(hanako)).extracting(person -> person.name()).containsExactly("花子");
    }

    @Test
    void changingThePasswordEndsAllOtherSessions() {
        var users = new TenantUsers(transactions, sessions, notices());
        Session other = signIn.signIn(login, PASSWORD, false, at("192.0.2.1"));
        Session own = signIn.signIn(login, PASSWORD, false, at("192.0.2.1"));
        Caller caller = signIn.caller(own.token(), "request-7").orElseThrow();

        assertThat(catchThrowableOfType(PlatformException.class, () -> users.changePassword(caller, "x", PASSWORD + "2")))
                .returns("password.wrong", PlatformException::code);
        users.changePassword(caller, PASSWORD, PASSWORD + "2");

        assertThat(signIn.caller(own.token(), "r")).isPresent();
        assertThat(signIn.caller(other.token(), "r")).isEmpty();
        assertThat(code(login, PASSWORD)).isEqualTo("signin.refused");
        assertThat(code(login, PASSWORD + "2")).isEqualTo("accepted");
    }

    @Test
    void whoeverHoldsASessionCannotGuessItsPassword() {
        var users = new TenantUsers(transactions, sessions, notices(), clock);
        for (int i = 0; i < 10; i++) {
            assertThat(catchThrowableOfType(PlatformException.class, () -> users.changePassword(hanako, "x", PASSWORD + "2")))
                    .returns("password.wrong", PlatformException::code);
        }
        assertThat(catchThrowableOfType(PlatformException.class, () -> users.changePassword(hanako, PASSWORD, PASSWORD + "2")))
                .returns("signin.locked", PlatformException::code);

        now = now.plus(Duration.ofMinutes(16));
        users.changePassword(hanako, PASSWORD, PASSWORD + "2");
        assertThat(code(login, PASSWORD + "2")).isEqualTo("accepted");
    }

    @Test
    void tokensActForTheirOwnerUntilRevoked() {
        var tokens = new HashedTokens(transactions);
        var created = tokens.create(hanako, " 連携 ");

        assertThat(created.secret()).matches("fk_[A-Za-z0-9_-]{43}");
        assertThat(tokens.caller(created.secret(), "r")).map(Caller::user).contains(hanako.user());
        assertThat(tokens.list(hanako)).hasSize(1).allSatisfy(token -> {
            assertThat(token.name()).isEqualTo("連携");
            assertThat(token.lastUsed()).isPresent();
        });
        Caller stranger = Company.found(transactions, "乙社").hire("他人", Permission.CLERK);
        assertThat(catchThrowableOfType(PlatformException.class, () -> tokens.revoke(stranger, created.token().id())))
                .returns("token.unknown", PlatformException::code);
        assertThat(tokens.caller(created.secret(), "r")).isPresent();
        tokens.revoke(hanako, created.token().id());
        assertThat(tokens.caller(created.secret(), "r")).isEmpty();
        assertThat(catchThrowableOfType(PlatformException.class, () -> tokens.create(hanako, " ")))
                .returns("token.name", PlatformException::code);
    }
}

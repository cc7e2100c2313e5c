package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.OpenSessions.OpenSession;
import io.fumikura.account.Permission;
import io.fumikura.account.Session;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SessionClockTest extends AccountTest {

    private static final Duration YEAR = Duration.ofDays(365);

    private boolean lives(Session session) {
        return signIn.caller(session.token(), "r").isPresent();
    }

    @Test
    void aClockThatIsPutBackEndsNoSession() {
        Caller hanako = hire("花子");
        Session session = enter(hanako);
        Session kept = signIn.signIn(mail(hanako), PASSWORD, true, OFFICE);
        now = now.minus(YEAR);

        assertThat(lives(session)).isTrue();
        assertThat(lives(kept)).isTrue();
    }

    @Test
    void aClockThatIsPutBackMakesNoSessionLonger() {
        Caller hanako = hire("花子");
        Session idle = enter(hanako);
        Session kept = signIn.signIn(mail(hanako), PASSWORD, true, OFFICE);
        now = now.minus(YEAR);
        assertThat(lives(kept)).isTrue();
        now = now.plus(Duration.ofHours(12));

        assertThat(lives(idle)).as("not used since").isFalse();
        for (int day = 0; day < 29; day++) {
            assertThat(lives(kept)).isTrue();
            now = now.plus(Duration.ofDays(1));
        }
        now = now.plus(Duration.ofHours(12));
        assertThat(lives(kept)).as("30 days after it was put back").isFalse();
    }

    @Test
    void nobodyHasMoreThanTheIdleTimeLeft() {
        Session session = enter(hire("花子"));
        now = now.plus(Duration.ofHours(11));
        Caller boss = present(enter(hire("部長", Permission.TENANT_ADMINISTRATOR)));
        now = now.minus(YEAR);
        assertThat(open.all(boss)).hasSize(2);
        assertThat(lives(session)).isTrue();
        now = now.plus(Duration.ofHours(13));

        assertThat(lives(session)).isFalse();
        assertThat(open.all(boss)).extracting(OpenSession::name).doesNotContain("花子");
    }

    @Test
    void aClockThatWasPutBackWhileThePlatformWasDownIsNoticed() {
        Session session = enter(hire("花子"));
        transactions.close();
        now = now.minus(YEAR);
        transactions = place.open();
        start();

        assertThat(lives(session)).isTrue();
        now = now.plus(Duration.ofHours(13));
        assertThat(lives(session)).isFalse();
    }

    @Test
    void aSmallCorrectionOfTheClockChangesNothing() {
        Session session = enter(hire("花子"));
        Caller caller = present(session);
        var before = open.own(caller).get(0).expires();
        now = now.minusSeconds(90);

        assertThat(lives(session)).isTrue();
        assertThat(open.own(caller)).extracting(OpenSession::expires).containsExactly(before);
    }
}

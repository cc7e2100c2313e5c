package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.Caller;
import io.fumikura.account.OpenSessions.OpenSession;
import io.fumikura.account.PlatformException;
import io.fumikura.account.Session;
import io.fumikura.account.SessionEnd;
import io.fumikura.account.SessionEnd.Reason;
import io.fumikura.account.SignInStage;
import io.fumikura.core.internal.plan.Licences;
import io.fumikura.core.internal.record.Company;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class LicencesTest extends AccountTest {

    private static final int PEOPLE = 50;

    private volatile OptionalInt limit = OptionalInt.of(1);

    @Override
    Licences licences() {
        return new Licences(tenant -> limit);
    }

    private SignInStage stage(Session session) {
        return signIn.stage(session.token()).orElseThrow();
    }

    @Test
    void overTheLimitSomebodyIsChosenAndSignedOut() {
        Session first = enter(hire("花子"));
        Session second = enter(hire("太郎"));
        assertThat(stage(first)).isEqualTo(SignInStage.FULL);
        assertThat(stage(second)).isEqualTo(SignInStage.LICENCE);
        assertThat(signIn.caller(second.token(), "r")).isEmpty();

        List<OpenSession> holders = steps.licenceHolders(second.token());
        assertThat(holders).extracting(OpenSession::name).containsExactly("花子");
        Session entered = steps.takeLicence(second.token(), Optional.of(holders.get(0).id()));

        assertThat(stage(entered)).isEqualTo(SignInStage.FULL);
        assertThat(signIn.end(first.token()).orElseThrow())
                .returns(Reason.LICENCE_TAKEN, SessionEnd::reason)
                .returns("太郎", SessionEnd::by);
    }

    @Test
    void aLicenceThatBecomesFreeIsTakenWithoutSigningAnybodyOut() {
        Session first = enter(hire("花子"));
        Session second = enter(hire("太郎"));
        assertThat(stage(second = steps.takeLicence(second.token(), Optional.empty()))).isEqualTo(SignInStage.LICENCE);
        signIn.signOut(first.token());

        assertThat(stage(steps.takeLicence(second.token(), Optional.empty()))).isEqualTo(SignInStage.FULL);
    }

    @Test
    void eachBrowserOfAUserTakesALicence() {
        Caller hanako = hire("花子");
        enter(hanako);

        assertThat(stage(enter(hanako))).isEqualTo(SignInStage.LICENCE);
    }

    @Test
    void companiesDoNotShareLicences() {
        enter(hire("花子"));
        company = Company.found(transactions, "乙社");
        Session other = enter(hire("他社"));
        assertThat(stage(other)).isEqualTo(SignInStage.FULL);

        Session waiting = enter(hire("他社2"));
        assertThat(steps.licenceHolders(waiting.token())).extracting(OpenSession::name).containsExactly("他社");
    }

    @Test
    void nobodyOfAnotherCompanyIsSignedOut() {
        Session first = enter(hire("花子"));
        UUID foreign = steps.licenceHolders(enter(hire("太郎")).token()).get(0).id();
        company = Company.found(transactions, "乙社");
        enter(hire("他社"));
        Session waiting = enter(hire("他社2"));

        assertThat(stage(steps.takeLicence(waiting.token(), Optional.of(foreign)))).isEqualTo(SignInStage.LICENCE);
        assertThat(stage(first)).isEqualTo(SignInStage.FULL);
    }

    @Test
    void aFullSessionHasNoSayInLicences() {
        Session full = enter(hire("花子"));

        assertThat(catchThrowableOfType(PlatformException.class, () -> steps.licenceHolders(full.token())))
                .returns("signin.stage", PlatformException::code);
        assertThat(catchThrowableOfType(PlatformException.class, () -> steps.takeLicence(full.token(), Optional.empty())))
                .returns("signin.stage", PlatformException::code);
    }

    @Test
    void withoutALimitEverybodyEnters() {
        limit = OptionalInt.empty();
        enter(hire("花子"));

        assertThat(stage(enter(hire("太郎")))).isEqualTo(SignInStage.FULL);
    }

    @Test
    void ofFiftyWhoComeAtOnceAsManyEnterAsThereAreLicences() throws Exception {
        limit = OptionalInt.of(7);
        List<Caller> people = people();

        List<SignInStage> stages = together(people.stream().<Callable<SignInStage>>map(who -> () -> stage(enter(who))).toList());

        assertThat(stages).filteredOn(SignInStage.FULL::equals).hasSize(7);
        assertThat(stages).filteredOn(SignInStage.LICENCE::equals).hasSize(PEOPLE - 7);
    }

    @Test
    void ofFiftyWhoWantTheSamePersonsLicenceOneGetsIt() throws Exception {
        enter(hire("花子"));
        List<Session> waiting = people().stream().map(this::enter).toList();
        UUID chosen = steps.licenceHolders(waiting.get(0).token()).get(0).id();

        List<SignInStage> stages = together(waiting.stream()
                .<Callable<SignInStage>>map(session -> () -> stage(steps.takeLicence(session.token(), Optional.of(chosen))))
                .toList());

        assertThat(stages).filteredOn(SignInStage.FULL::equals).hasSize(1);
    }

    private List<Caller> people() {
        return IntStream.range(0, PEOPLE).mapToObj(i -> hire("社員" + i)).toList();
    }

    /** All at the same moment, each on a thread of its own. */
    private static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            var start = new CountDownLatch(1);
            List<Future<T>> running = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        start.await();
                        return task.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new java.util.ArrayList<T>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}

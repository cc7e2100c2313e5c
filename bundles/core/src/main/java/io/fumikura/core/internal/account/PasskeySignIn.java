package io.fumikura.core.internal.account;

import io.fumikura.account.Client;
import io.fumikura.account.PasskeySteps;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.Session;
import io.fumikura.account.SignInStage;
import io.fumikura.account.SignInSteps.Enrolled;
import io.fumikura.core.internal.account.Ceremonies.Answer;
import io.fumikura.core.internal.account.Ceremonies.Outcome;
import io.fumikura.core.internal.account.Ceremonies.Purpose;
import io.fumikura.core.internal.account.PasskeyVerdicts.Judged;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sign-in by passkey. A signature can't be guessed, so nobody is locked for a wrong one; what is limited is the work that one address can cause.
 * Immediate, because its counts must not go when nobody holds the service for a moment.
 */
@Component(service = PasskeySteps.class, immediate = true)
public final class PasskeySignIn implements PasskeySteps {

    private static final int STARTS_PER_ADDRESS = 3_000;
    private static final int FAILURES_PER_ADDRESS = 50;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Transactions transactions;
    private final StepLock steps;
    private final Sessions sessions;
    private final Ceremonies ceremonies;
    private final PasskeyVerdicts verdicts;
    private final Clock clock;
    private final Attempts starts;
    private final Attempts failures;

    @Activate
    public PasskeySignIn(
            @Reference Transactions transactions,
            @Reference StepLock steps,
            @Reference Sessions sessions,
            @Reference Ceremonies ceremonies,
            @Reference PasskeyVerdicts verdicts) {
        this(transactions, steps, sessions, ceremonies, verdicts, Clock.systemUTC());
    }

    PasskeySignIn(
            Transactions transactions, StepLock steps, Sessions sessions, Ceremonies ceremonies, PasskeyVerdicts verdicts, Clock clock) {
        this.transactions = transactions;
        this.steps = steps;
        this.sessions = sessions;
        this.ceremonies = ceremonies;
        this.verdicts = verdicts;
        this.clock = clock;
        starts = new Attempts(STARTS_PER_ADDRESS, WINDOW, clock);
        failures = new Attempts(FAILURES_PER_ADDRESS, WINDOW, clock);
    }

    @Override
    public Challenge startSignIn(String origin, Client client) {
        ceremonies.requireAddress(origin);
        if (starts.isOver(client.address()) || failures.isOver(client.address())) {
            throw tooMany();
        }
        starts.count(client.address());
        String secret = Tokens.random();
        String options = transactions.required(entities -> ceremonies.startUsing(entities, Optional.empty(), Purpose.SIGN_IN, secret));
        return new Challenge(options, secret);
    }

    @Override
    public Session signIn(String secret, String credential, boolean keep, Client client) {
        if (failures.isOver(client.address())) {
            throw tooMany();
        }
        sessions.lookAtClock();
        Answer answer = Ceremonies.read(credential);
        Optional<UserRow> owner = transactions.read(
                entities -> answer.owner(entities).map(user -> entities.find(UserRow.class, user)));
        OptionalInt limit = owner.map(user -> steps.licences(user.tenant)).orElseGet(OptionalInt::empty);
        Result result = owner.isEmpty()
                ? new Result(null, Ceremonies.refusal(Outcome.WRONG))
                : transactions.required(entities -> attempt(entities, owner.get().id, secret, answer, keep, client, limit));
        if (result.session() == null) {
            failures.count(client.address());
            throw result.refusal();
        }
        return result.session();
    }

    private record Result(@Nullable Session session, PlatformException refusal) {}

    private Result attempt(
            EntityManager entities, UUID owner, String secret, Answer answer, boolean keep, Client client, OptionalInt limit) {
        UserRow user = entities.find(UserRow.class, owner, LockModeType.PESSIMISTIC_WRITE);
        Outcome outcome = ceremonies.use(entities, user, Purpose.SIGN_IN, secret, answer);
        if (outcome == Outcome.RIGHT && !user.mayEnter()) {
            outcome = Outcome.WRONG;
        }
        if (outcome != Outcome.RIGHT) {
            Sessions.record(
                    entities, user, "signin.failed", client.address(), List.of(new Change("reason", "", Ceremonies.reason(outcome))));
            return new Result(null, Ceremonies.refusal(outcome));
        }
        if (!Entrance.isOpen(entities, user)) {
            Sessions.record(entities, user, "signin.failed", client.address(), List.of(new Change("reason", "", "company-closed")));
            return new Result(null, Entrance.closed());
        }
        if (user.mustChangePassword && user.initialExpires != null && !user.initialExpires.isAfter(clock.instant())) {
            Sessions.record(entities, user, "signin.failed", client.address(), List.of(new Change("reason", "", "initial-expired")));
            return new Result(null, PasswordSignIn.initialExpired());
        }
        return new Result(sessions.startByPasskey(entities, user, keep, client, limit), tooMany());
    }

    @Override
    public String startAnswer(String sessionToken, String origin) {
        ceremonies.requireAddress(origin);
        return steps.locked(sessionToken, SignInStage.SECOND_FACTOR, (entities, found) -> {
            if (!PasskeyTable.has(entities, found.user().id)) {
                throw new PlatformException(Category.CONFLICT, "factor.missing", "There is no passkey.");
            }
            return ceremonies.startUsing(entities, Optional.of(found.user()), Purpose.ANSWER, found.session().id.toString());
        });
    }

    @Override
    public Session answer(String sessionToken, String credential) {
        Answer answer = Ceremonies.read(credential);
        Answered answered = steps.locked(sessionToken, SignInStage.SECOND_FACTOR, (entities, found) -> {
            Judged judged = verdicts.judge(
                    entities, found.user(), Purpose.ANSWER, found.session().id.toString(), answer, found.session().address);
            found.session().factorGiven = judged.isRight();
            return new Answered(
                    judged, judged.isRight() ? sessions.advance(entities, found.session(), found.user(), found.licences()) : null);
        });
        if (answered.session() == null) {
            answered.judged().require();
            throw Ceremonies.refusal(Outcome.WRONG);
        }
        return answered.session();
    }

    private record Answered(Judged judged, @Nullable Session session) {}

    @Override
    public String startFirst(String sessionToken, String origin) {
        ceremonies.requireAddress(origin);
        return steps.locked(sessionToken, SignInStage.SECOND_FACTOR, (entities, found) -> {
            requireNone(entities, found.user());
            return ceremonies.startAdding(entities, found.user(), found.session().id.toString());
        });
    }

    @Override
    public Enrolled addFirst(String sessionToken, String name, String credential) {
        String clean = AccountPasskeys.name(name);
        var answer = Ceremonies.readNew(credential);
        Optional<Enrolled> enrolled = steps.locked(sessionToken, SignInStage.SECOND_FACTOR, (entities, found) -> {
            requireNone(entities, found.user());
            Optional<List<String>> codes = verdicts.add(
                    entities, found.user(), found.session().id.toString(), clean, answer, found.session().address);
            found.session().factorGiven = codes.isPresent();
            return codes.map(fresh ->
                    new Enrolled(sessions.advance(entities, found.session(), found.user(), found.licences()), fresh));
        });
        return enrolled.orElseThrow(() -> Ceremonies.refusal(Outcome.WRONG));
    }

    /** Whoever came with the password alone must not add a factor beside those that are there. */
    private static void requireNone(EntityManager entities, UserRow user) {
        if (Factors.has(entities, user.id)) {
            throw Factors.present();
        }
    }

    private static PlatformException tooMany() {
        return new PlatformException(
                Category.TOO_MANY, "signin.too-many", "Too many sign-ins from this address; try again later.");
    }
}

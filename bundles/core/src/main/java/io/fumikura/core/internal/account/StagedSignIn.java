package io.fumikura.core.internal.account;

import io.fumikura.account.PasswordRule;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SecondFactors.TotpSeed;
import io.fumikura.account.Session;
import io.fumikura.account.SessionEnd.Reason;
import io.fumikura.account.SignInStage;
import io.fumikura.account.SignInSteps;
import io.fumikura.core.internal.account.Factors.Verdict;
import io.fumikura.core.internal.model.SessionRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The steps between the password and a full session. */
@Component
public final class StagedSignIn implements SignInSteps {

    private final Transactions transactions;
    private final Sessions sessions;
    private final Factors factors;

    @Activate
    public StagedSignIn(@Reference Transactions transactions, @Reference Sessions sessions, @Reference Factors factors) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.factors = factors;
    }

    @Override
    public Step step(String sessionToken) {
        return transactions.read(entities -> {
            SessionRow session = sessions.find(entities, sessionToken).orElseThrow(StagedSignIn::required);
            UserRow user = entities.find(UserRow.class, session.user);
            return new Step(
                    SignInStage.valueOf(session.stage),
                    user.name,
                    user.loginId,
                    Callers.language(user),
                    PasswordRules.of(entities, user),
                    Factors.has(entities, user.id));
        });
    }

    @Override
    public Session changePassword(String sessionToken, String wanted) {
        Waiting waiting = transactions.read(entities -> waiting(entities, sessionToken));
        UserRow seen = waiting.user();
        PasswordRules.check(wanted, waiting.rule(), seen.loginId, seen.name, seen.mail);
        if (PasswordHash.matches(wanted, seen.passwordHash)) {
            throw PasswordRules.weak(waiting.rule(), "same", "Take another password than the initial one.");
        }
        String hash = PasswordHash.of(wanted);
        return locked(sessionToken, SignInStage.PASSWORD_CHANGE, (entities, found) -> {
            UserRow user = found.user();
            user.passwordHash = hash;
            user.passwordNeedsFactor = PasswordRules.needsFactor(wanted, found.rule());
            user.mustChangePassword = false;
            user.initialExpires = null;
            user.state = user.state.equals("INVITED") ? "ACTIVE" : user.state;
            sessions.endOthers(entities, user.id, Optional.of(found.session().id), Reason.PASSWORD_CHANGED);
            Sessions.record(entities, user, "user.password-changed", found.session().address, List.of());
            return sessions.advance(entities, found.session(), user);
        });
    }

    @Override
    public Session answerSecondFactor(String sessionToken, String code) {
        Answer answer = locked(sessionToken, SignInStage.SECOND_FACTOR, (entities, found) -> {
            Verdict verdict = factors.take(entities, found.user(), code, found.session().address);
            found.session().factorGiven = verdict == Verdict.RIGHT;
            return new Answer(verdict, verdict == Verdict.RIGHT ? sessions.advance(entities, found.session(), found.user()) : null);
        });
        if (answer.session() == null) {
            throw AccountFactors.refusal(answer.verdict());
        }
        return answer.session();
    }

    private record Answer(Verdict verdict, @Nullable Session session) {}

    @Override
    public TotpSeed startTotp(String sessionToken) {
        return locked(sessionToken, SignInStage.SECOND_FACTOR, (entities, found) -> factors.begin(entities, found.user()));
    }

    @Override
    public Enrolled addTotp(String sessionToken, String code) {
        return locked(sessionToken, SignInStage.SECOND_FACTOR, (entities, found) -> {
            List<String> codes = factors.confirm(entities, found.user(), code, found.session().address)
                    .orElseThrow(() -> AccountFactors.refusal(Verdict.WRONG));
            found.session().factorGiven = true;
            return new Enrolled(sessions.advance(entities, found.session(), found.user()), codes);
        });
    }

    private record Waiting(SessionRow session, UserRow user, PasswordRule rule) {}

    /** Runs a step under the lock of the user's row, so that a session takes each step once. */
    private <T> T locked(String token, SignInStage stage, BiFunction<EntityManager, Waiting, T> step) {
        return transactions.required(entities -> {
            Waiting seen = waiting(entities, token);
            entities.clear();
            entities.find(UserRow.class, seen.user().id, LockModeType.PESSIMISTIC_WRITE);
            Waiting found = waiting(entities, token);
            if (!found.session().stage.equals(stage.name())) {
                throw new PlatformException(
                        Category.FORBIDDEN,
                        "signin.stage",
                        "The sign-in is at another step.",
                        Map.of("stage", found.session().stage),
                        null);
            }
            return step.apply(entities, found);
        });
    }

    private Waiting waiting(EntityManager entities, String token) {
        SessionRow session = sessions.find(entities, token).orElseThrow(StagedSignIn::required);
        UserRow user = entities.find(UserRow.class, session.user);
        if (!user.mayEnter()) {
            throw required();
        }
        return new Waiting(session, user, PasswordRules.of(entities, user));
    }

    private static PlatformException required() {
        return new PlatformException(Category.UNAUTHENTICATED, "signin.required", "The sign-in took too long; start again.");
    }
}

package io.fumikura.core.internal.account;

import io.fumikura.account.OpenSessions.OpenSession;
import io.fumikura.account.SecondFactors.TotpSeed;
import io.fumikura.account.Session;
import io.fumikura.account.SessionEnd.Reason;
import io.fumikura.account.SignInStage;
import io.fumikura.account.SignInSteps;
import io.fumikura.core.internal.account.Factors.Verdict;
import io.fumikura.core.internal.account.StepLock.Waiting;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The steps between the password and a full session. */
@Component
public final class StagedSignIn implements SignInSteps {

    private final Transactions transactions;
    private final StepLock steps;
    private final Sessions sessions;
    private final Factors factors;
    private final TenantSessions open;

    @Activate
    public StagedSignIn(
            @Reference Transactions transactions,
            @Reference StepLock steps,
            @Reference Sessions sessions,
            @Reference Factors factors,
            @Reference TenantSessions open) {
        this.transactions = transactions;
        this.steps = steps;
        this.sessions = sessions;
        this.factors = factors;
        this.open = open;
    }

    @Override
    public Step step(String sessionToken) {
        Waiting waiting = steps.look(sessionToken);
        UserRow user = waiting.user();
        return new Step(
                SignInStage.valueOf(waiting.session().stage),
                user.name,
                user.loginId,
                Callers.language(user),
                waiting.rule(),
                due(user),
                transactions.read(entities -> Factors.since(entities, user.id)).isPresent(),
                transactions.read(entities -> PasskeyTable.has(entities, user.id)));
    }

    private static PasswordDue due(UserRow user) {
        if (user.initialExpires == null) {
            return user.passwordNeedsFactor ? PasswordDue.TOO_SHORT : PasswordDue.INITIAL;
        }
        return user.state.equals("INVITED") ? PasswordDue.INITIAL : PasswordDue.REISSUED;
    }

    @Override
    public Session changePassword(String sessionToken, String wanted) {
        Waiting waiting = steps.look(sessionToken);
        UserRow seen = waiting.user();
        PasswordRules.check(wanted, waiting.rule(), seen.loginId, seen.name, seen.mail);
        if (PasswordHash.matches(wanted, seen.passwordHash)) {
            throw PasswordRules.weak(waiting.rule(), "same", "Take another password than the present one.");
        }
        String hash = PasswordHash.of(wanted);
        return steps.locked(sessionToken, SignInStage.PASSWORD_CHANGE, (entities, found) -> {
            UserRow user = found.user();
            user.passwordHash = hash;
            user.passwordNeedsFactor = PasswordRules.needsFactor(wanted, found.rule());
            user.mustChangePassword = false;
            user.initialExpires = null;
            user.state = user.state.equals("INVITED") ? "ACTIVE" : user.state;
            OpenLinks.end(entities, user.id);
            sessions.endOthers(entities, user.id, Optional.of(found.session().id), Reason.PASSWORD_CHANGED);
            Sessions.record(entities, user, "user.password-changed", found.session().address, List.of());
            return sessions.advance(entities, found.session(), user, found.licences());
        });
    }

    @Override
    public Session answerSecondFactor(String sessionToken, String code) {
        Answer answer = steps.locked(sessionToken, SignInStage.SECOND_FACTOR, (entities, found) -> {
            Verdict verdict = factors.take(entities, found.user(), code, found.session().address);
            found.session().factorGiven = verdict == Verdict.RIGHT;
            return new Answer(verdict, verdict == Verdict.RIGHT ? sessions.advance(entities, found.session(), found.user(), found.licences()) : null);
        });
        if (answer.session() == null) {
            throw AccountFactors.refusal(answer.verdict());
        }
        return answer.session();
    }

    private record Answer(Verdict verdict, @Nullable Session session) {}

    @Override
    public TotpSeed startTotp(String sessionToken) {
        return steps.locked(sessionToken, SignInStage.SECOND_FACTOR, (entities, found) -> {
            if (Factors.has(entities, found.user().id)) {
                throw Factors.present();
            }
            return factors.begin(entities, found.user());
        });
    }

    @Override
    public Enrolled addTotp(String sessionToken, String code) {
        return steps.locked(sessionToken, SignInStage.SECOND_FACTOR, (entities, found) -> {
            if (PasskeyTable.has(entities, found.user().id)) {
                throw Factors.present();
            }
            List<String> codes = factors.confirm(entities, found.user(), code, found.session().address)
                    .orElseThrow(() -> AccountFactors.refusal(Verdict.WRONG));
            found.session().factorGiven = true;
            return new Enrolled(sessions.advance(entities, found.session(), found.user(), found.licences()), codes);
        });
    }

    @Override
    public List<OpenSession> licenceHolders(String sessionToken) {
        Waiting waiting = steps.look(sessionToken);
        StepLock.requireStage(waiting, SignInStage.LICENCE);
        return open.full(waiting.user().tenant);
    }

    @Override
    public Session takeLicence(String sessionToken, Optional<UUID> ending) {
        return steps.locked(sessionToken, SignInStage.LICENCE, (entities, found) -> {
            ending.ifPresent(session -> open.endForLicence(entities, found.user(), session, found.session().address));
            return sessions.advance(entities, found.session(), found.user(), found.licences());
        });
    }
}

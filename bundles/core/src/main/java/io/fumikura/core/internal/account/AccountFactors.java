package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SecondFactors;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.account.Factors.Verdict;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Author;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Second factors as their owner manages them. */
@Component
public final class AccountFactors implements SecondFactors {

    private static final Duration CONFIRMED = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final Sessions sessions;
    private final Factors factors;
    private final Clock clock;

    @Activate
    public AccountFactors(@Reference Transactions transactions, @Reference Sessions sessions, @Reference Factors factors) {
        this(transactions, sessions, factors, Clock.systemUTC());
    }

    AccountFactors(Transactions transactions, Sessions sessions, Factors factors, Clock clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.factors = factors;
        this.clock = clock;
    }

    @Override
    public State state(Caller caller) {
        return transactions.read(entities -> new State(
                Factors.since(entities, caller.user().value()),
                Factors.recoveryCodes(entities, caller.user().value()),
                entities.find(TenantRow.class, caller.tenant().value()).secondFactorRequired));
    }

    @Override
    public void confirm(Caller caller, String secret) {
        UserRow seen = transactions.read(entities -> entities.find(UserRow.class, caller.user().value()));
        boolean password = PasswordHash.matches(secret, seen.passwordHash);
        Verdict verdict = transactions.required(entities -> {
            UserRow user = entities.find(UserRow.class, seen.id, LockModeType.PESSIMISTIC_WRITE);
            Verdict found = factors.takeAny(entities, user, password && user.passwordHash.equals(seen.passwordHash), secret, caller.address());
            if (found == Verdict.RIGHT) {
                sessions.confirm(entities, caller);
            }
            return found;
        });
        if (verdict == Verdict.WRONG) {
            throw new PlatformException(Category.REFUSED, "signin.confirm-wrong", "This is neither the password nor a valid code.");
        }
        if (verdict == Verdict.LOCKED) {
            throw refusal(verdict);
        }
    }

    @Override
    public TotpSeed startTotp(Caller caller) {
        return changed(caller, factors::begin);
    }

    @Override
    public List<String> addTotp(Caller caller, String code) {
        return changed(caller, (entities, user) -> factors.confirm(entities, user, code, caller.address())
                .orElseThrow(() -> refusal(Verdict.WRONG)));
    }

    @Override
    public void removeTotp(Caller caller) {
        changed(caller, (entities, user) -> {
            if (entities.find(TenantRow.class, user.tenant).secondFactorRequired) {
                throw new PlatformException(
                        Category.CONFLICT, "factor.required", "Your company asks for a second factor, so it can't be removed.");
            }
            if (user.passwordNeedsFactor) {
                throw new PlatformException(
                        Category.CONFLICT,
                        "factor.password-short",
                        "Your password is short because you have a second factor. Change it to one of 15 characters first.");
            }
            factors.remove(entities, user.id);
            Sessions.record(entities, user, "factor.totp-removed", caller.address(), List.of());
            return true;
        });
    }

    @Override
    public List<String> renewRecoveryCodes(Caller caller) {
        return changed(caller, (entities, user) -> {
            if (!Factors.has(entities, user.id)) {
                throw new PlatformException(Category.CONFLICT, "factor.missing", "There is no authenticator app; add one first.");
            }
            return factors.renew(entities, user, caller.address());
        });
    }

    @Override
    public void reset(Caller caller, UserId of) {
        if (!caller.may(Permission.TENANT_ADMINISTRATOR) && !caller.may(Permission.OPERATOR)) {
            throw new PlatformException(Category.FORBIDDEN, "permission.missing", "Only administrators remove others' second factors.");
        }
        transactions.run(entities -> {
            UserRow user = entities.find(UserRow.class, of.value(), LockModeType.PESSIMISTIC_WRITE);
            if (user == null || !caller.may(Permission.OPERATOR) && !user.tenant.equals(caller.tenant().value())) {
                throw new PlatformException(Category.NOT_FOUND, "user.unknown", "There is no such user.");
            }
            factors.remove(entities, user.id);
            History.append(
                    entities,
                    new HistoryEvent(
                            user.tenant, new Subject("user", user.id), Author.of(caller), "factor.reset", List.of(), ""));
        });
    }

    /** A change, under the lock of the user's row, by somebody who has just shown to be the user. */
    private <T> T changed(Caller caller, BiFunction<EntityManager, UserRow, T> change) {
        return transactions.required(entities -> {
            Instant now = clock.instant();
            sessions.confirmed(entities, caller)
                    .filter(at -> at.plus(CONFIRMED).isAfter(now) && !at.isAfter(now.plus(CONFIRMED)))
                    .orElseThrow(() -> new PlatformException(
                            Category.FORBIDDEN, "signin.confirm", "Give your password or a code once more first, in a browser's session."));
            UserRow user = entities.find(UserRow.class, caller.user().value(), LockModeType.PESSIMISTIC_WRITE);
            return change.apply(entities, user);
        });
    }

    static PlatformException refusal(Verdict verdict) {
        return verdict == Verdict.LOCKED
                ? new PlatformException(Category.TOO_MANY, "signin.locked", "Locked after repeated failures; try again in 15 minutes.")
                : new PlatformException(
                        Category.REFUSED, "factor.code-wrong", "The code is wrong or was used already. Take the one that the app shows now.");
    }
}

package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.Passkeys.Passkey;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SecondFactors;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.account.Factors.Verdict;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.people.ManagedUsers;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Second factors as their owner manages them, and administrators for whoever lost them. */
@Component
public final class AccountFactors implements SecondFactors {

    private final Transactions transactions;
    private final Sessions sessions;
    private final Factors factors;
    private final ConfirmedChanges changes;
    private final FactorNotices notices;

    @Activate
    public AccountFactors(
            @Reference Transactions transactions,
            @Reference Sessions sessions,
            @Reference Factors factors,
            @Reference ConfirmedChanges changes,
            @Reference FactorNotices notices) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.factors = factors;
        this.changes = changes;
        this.notices = notices;
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
        return changes.run(caller, factors::begin);
    }

    @Override
    public List<String> addTotp(Caller caller, String code) {
        return changes.run(caller, (entities, user) -> factors.confirm(entities, user, code, caller.address())
                .orElseThrow(() -> refusal(Verdict.WRONG)));
    }

    @Override
    public void removeTotp(Caller caller) {
        changes.run(caller, (entities, user) -> {
            boolean had = Factors.since(entities, user.id).isPresent();
            Factors.removeTotp(entities, user.id);
            ConfirmedChanges.requireLongPassword(entities, user);
            Factors.removed(entities, user);
            if (had) {
                Sessions.record(entities, user, "factor.totp-removed", caller.address(), List.of());
                notices.appRemoved(entities, user);
            }
            return true;
        });
    }

    @Override
    public List<String> renewRecoveryCodes(Caller caller) {
        return changes.run(caller, (entities, user) -> {
            if (!Factors.has(entities, user.id)) {
                throw missing("There is neither an authenticator app nor a passkey; add one first.");
            }
            return factors.renew(entities, user, caller.address());
        });
    }

    @Override
    public Held held(Caller caller, UserId of) {
        return transactions.read(entities -> held(entities, ManagedUsers.require(entities, caller, of)));
    }

    private static Held held(EntityManager entities, UserRow user) {
        return new Held(Factors.since(entities, user.id), PasskeyTable.of(entities, user.id), Factors.recoveryCodes(entities, user.id));
    }

    @Override
    public void reset(Caller caller, UserId of) {
        if (caller.user().equals(of)) {
            throw new PlatformException(Category.CONFLICT, "user.self", "You can't do this with your own account.");
        }
        transactions.run(entities -> {
            UserRow seen = ManagedUsers.require(entities, caller, of);
            // The company first, as all changes of people: the mail refers to it.
            entities.find(TenantRow.class, seen.tenant, LockModeType.PESSIMISTIC_WRITE);
            entities.refresh(seen, LockModeType.PESSIMISTIC_WRITE);
            UserRow user = ManagedUsers.require(entities, caller, of);
            if (user.state.equals("DELETED")) {
                throw new PlatformException(Category.CONFLICT, "user.deleted", "The user is deleted. Restore it first.");
            }
            Held before = held(entities, user);
            if (before.totpSince().isEmpty() && before.passkeys().isEmpty()) {
                throw missing("The user has no second factor.");
            }
            Factors.removeAll(entities, user);
            if (Factors.isRequired(entities, user)) {
                // Whoever sits at an open session must not be the one who adds the next factor.
                Sessions.endAll(entities, user.id, caller.name());
            }
            user.mustChangePassword |= user.passwordNeedsFactor && !Factors.isRequired(entities, user);
            notices.removed(entities, user, caller.name());
            History.append(
                    entities,
                    new HistoryEvent(
                            user.tenant, new Subject("user", user.id), Author.of(caller), "factor.reset", changes(before), ""));
        });
    }

    private static List<Change> changes(Held before) {
        return List.of(
                new Change("authenticator_app", before.totpSince().map(Instant::toString).orElse(""), ""),
                new Change("passkeys", before.passkeys().stream().map(Passkey::name).collect(Collectors.joining(", ")), ""),
                new Change("recovery_codes", Integer.toString(before.recoveryCodes()), "0"));
    }

    private static PlatformException missing(String message) {
        return new PlatformException(Category.CONFLICT, "factor.missing", message);
    }

    static PlatformException refusal(Verdict verdict) {
        return verdict == Verdict.LOCKED
                ? new PlatformException(Category.TOO_MANY, "signin.locked", "Locked after repeated failures; try again in 15 minutes.")
                : new PlatformException(
                        Category.REFUSED, "factor.code-wrong", "The code is wrong or was used already. Take the one that the app shows now.");
    }
}

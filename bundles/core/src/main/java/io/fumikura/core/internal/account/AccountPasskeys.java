package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.Passkeys;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.account.Ceremonies.Answer;
import io.fumikura.core.internal.account.Ceremonies.Outcome;
import io.fumikura.core.internal.account.Ceremonies.Purpose;
import io.fumikura.core.internal.account.PasskeyVerdicts.Judged;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Passkeys as their owner manages them. */
@Component
public final class AccountPasskeys implements Passkeys {

    private static final int LONGEST_NAME = 100;

    private final Transactions transactions;
    private final Sessions sessions;
    private final ConfirmedChanges changes;
    private final Ceremonies ceremonies;
    private final PasskeyVerdicts verdicts;
    private final FactorNotices notices;

    @Activate
    public AccountPasskeys(
            @Reference Transactions transactions,
            @Reference Sessions sessions,
            @Reference ConfirmedChanges changes,
            @Reference Ceremonies ceremonies,
            @Reference PasskeyVerdicts verdicts,
            @Reference FactorNotices notices) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.changes = changes;
        this.ceremonies = ceremonies;
        this.verdicts = verdicts;
        this.notices = notices;
    }

    @Override
    public List<Passkey> list(Caller caller) {
        return transactions.read(entities -> PasskeyTable.of(entities, caller.user().value()));
    }

    @Override
    public String start(Caller caller, String origin) {
        ceremonies.requireAddress(origin);
        return changes.run(caller, (entities, user) -> {
            PasskeyVerdicts.requireRoom(entities, user);
            return ceremonies.startAdding(entities, user, present(caller));
        });
    }

    @Override
    public List<String> add(Caller caller, String name, String credential) {
        String clean = name(name);
        var answer = Ceremonies.readNew(credential);
        return changes.run(
                        caller, (entities, user) -> verdicts.add(entities, user, present(caller), clean, answer, caller.address()))
                .orElseThrow(() -> Ceremonies.refusal(Outcome.WRONG));
    }

    @Override
    public void rename(Caller caller, UUID passkey, String name) {
        String clean = name(name);
        transactions.run(entities -> {
            UserRow user = entities.find(UserRow.class, caller.user().value(), LockModeType.PESSIMISTIC_WRITE);
            Passkey before = find(entities, user.id, passkey);
            if (!before.name().equals(clean)) {
                Sql.update(entities, "update passkey set name = ? where id = ?", clean, passkey);
                Sessions.record(
                        entities, user, "factor.passkey-renamed", caller.address(), List.of(new Change("name", before.name(), clean)));
            }
        });
    }

    @Override
    public void remove(Caller caller, UUID passkey) {
        changes.run(caller, (entities, user) -> {
            Passkey removed = find(entities, user.id, passkey);
            Sql.update(entities, "delete from passkey where id = ?", passkey);
            ConfirmedChanges.requireLongPassword(entities, user);
            Factors.removed(entities, user);
            Sessions.record(
                    entities, user, "factor.passkey-removed", caller.address(), List.of(new Change("name", removed.name(), "")));
            notices.passkeyRemoved(entities, user, removed.name());
            return true;
        });
    }

    private static Passkey find(EntityManager entities, UUID user, UUID passkey) {
        return PasskeyTable.of(entities, user).stream()
                .filter(one -> one.id().equals(passkey))
                .findFirst()
                .orElseThrow(() -> new PlatformException(Category.NOT_FOUND, "passkey.unknown", "There is no such passkey."));
    }

    @Override
    public String startConfirmation(Caller caller, String origin) {
        ceremonies.requireAddress(origin);
        return transactions.required(entities -> {
            UserRow user = entities.find(UserRow.class, caller.user().value(), LockModeType.PESSIMISTIC_WRITE);
            if (!PasskeyTable.has(entities, user.id)) {
                throw new PlatformException(Category.CONFLICT, "factor.missing", "There is no passkey; add one first.");
            }
            return ceremonies.startUsing(entities, Optional.of(user), Purpose.CONFIRM, present(caller));
        });
    }

    @Override
    public void confirm(Caller caller, String credential) {
        Answer answer = Ceremonies.read(credential);
        Judged judged = transactions.required(entities -> {
            UserRow user = entities.find(UserRow.class, caller.user().value(), LockModeType.PESSIMISTIC_WRITE);
            Judged found = verdicts.judge(entities, user, Purpose.CONFIRM, present(caller), answer, caller.address());
            if (found.isRight()) {
                sessions.confirm(entities, caller);
            }
            return found;
        });
        judged.require();
    }

    /** The session of the request. */
    private String present(Caller caller) {
        return sessions.presentOf(caller)
                .map(UUID::toString)
                .orElseThrow(() -> new PlatformException(
                        Category.FORBIDDEN, "signin.confirm", "Passkeys are for browsers' sessions, not for API tokens."));
    }

    static String name(String wanted) {
        String name = wanted.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new PlatformException(Category.INVALID, "passkey.name", "A passkey's name has 1 to 100 characters in one line.");
        }
        return name;
    }
}

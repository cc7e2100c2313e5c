package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.people.Holds;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes of what proves who somebody is, by somebody who has just shown to be that person. */
@Component(service = ConfirmedChanges.class)
public final class ConfirmedChanges {

    private static final Duration CONFIRMED = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final Sessions sessions;
    private final Clock clock;

    @Activate
    public ConfirmedChanges(@Reference Transactions transactions, @Reference Sessions sessions) {
        this(transactions, sessions, Clock.systemUTC());
    }

    ConfirmedChanges(Transactions transactions, Sessions sessions, Clock clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Runs a change in a transaction under the lock of the user's row.
     *
     * @throws PlatformException {@code signin.confirm}
     */
    public <T> T run(Caller caller, BiFunction<EntityManager, UserRow, T> change) {
        return transactions.required(entities -> {
            Instant now = clock.instant();
            sessions.confirmed(entities, caller)
                    .filter(at -> at.plus(CONFIRMED).isAfter(now) && !at.isAfter(now.plus(CONFIRMED)))
                    .orElseThrow(() -> new PlatformException(
                            Category.FORBIDDEN,
                            "signin.confirm",
                            "Give your password, a code or a passkey once more first, in a browser's session."));
            // A step may send a mail, which refers to the company.
            Holds.company(entities, caller.tenant().value());
            UserRow user = entities.find(UserRow.class, caller.user().value(), LockModeType.PESSIMISTIC_WRITE);
            return change.apply(entities, user);
        });
    }

    /**
     * Refuses to leave a user with a password that is good with a second factor only. To be called when a factor was removed.
     *
     * @throws PlatformException {@code factor.password-short}
     */
    static void requireLongPassword(EntityManager entities, UserRow user) {
        if (user.passwordNeedsFactor && !Factors.has(entities, user.id)) {
            throw new PlatformException(
                    Category.CONFLICT,
                    "factor.password-short",
                    "Your password is short because you have a second factor. Change it to one of 15 characters first.");
        }
    }
}

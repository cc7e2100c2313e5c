package io.fumikura.core.internal.account;

import io.fumikura.account.PasswordRule;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SignInStage;
import io.fumikura.core.internal.model.SessionRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.people.Holds;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plan.Licences;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs steps of signing in one after the other, each only for a session of its stage. */
@Component(service = StepLock.class)
public final class StepLock {

    private final Transactions transactions;
    private final Sessions sessions;
    private final Licences licences;

    /**
     * A session that waits for a step.
     *
     * @param licences the company's limit; empty for none
     */
    record Waiting(SessionRow session, UserRow user, PasswordRule rule, OptionalInt licences) {}

    @Activate
    public StepLock(@Reference Transactions transactions, @Reference Sessions sessions, @Reference Licences licences) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.licences = licences;
    }

    /** The limit of a company's licences; empty for none. Never to be asked inside of a transaction. */
    OptionalInt licences(UUID tenant) {
        return licences.of(tenant);
    }

    /** The session as it is now. */
    Waiting look(String token) {
        return transactions.read(entities -> waiting(entities, token, OptionalInt.empty()));
    }

    /** Runs a step in a transaction under the lock of the user's row, so that a session takes each step once. */
    <T> T locked(String token, SignInStage stage, BiFunction<EntityManager, Waiting, T> step) {
        UserRow seen = look(token).user();
        OptionalInt limit = licences.of(seen.tenant);
        return transactions.required(entities -> {
            // A step may send a mail, which refers to the company.
            Holds.company(entities, seen.tenant);
            entities.find(UserRow.class, seen.id, LockModeType.PESSIMISTIC_WRITE);
            Waiting found = waiting(entities, token, limit);
            requireStage(found, stage);
            return step.apply(entities, found);
        });
    }

    static void requireStage(Waiting found, SignInStage stage) {
        if (!found.session().stage.equals(stage.name())) {
            throw new PlatformException(
                    Category.FORBIDDEN,
                    "signin.stage",
                    "The sign-in is at another step.",
                    Map.of("stage", found.session().stage),
                    null);
        }
    }

    private Waiting waiting(EntityManager entities, String token, OptionalInt limit) {
        SessionRow session = sessions.find(entities, token).orElseThrow(StepLock::required);
        UserRow user = entities.find(UserRow.class, session.user);
        if (!Entrance.mayEnter(entities, user)) {
            throw required();
        }
        return new Waiting(session, user, PasswordRules.of(entities, user), limit);
    }

    private static PlatformException required() {
        return new PlatformException(Category.UNAUTHENTICATED, "signin.required", "The sign-in took too long; start again.");
    }
}

package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.PasswordRule;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.Profile;
import io.fumikura.account.SessionEnd.Reason;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import io.fumikura.account.Users;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users of a tenant in the database. */
@Component
public final class TenantUsers implements Users {

    private static final int ATTEMPTS = 10;
    private static final Duration LOCKED = Duration.ofMinutes(15);

    private final Transactions transactions;
    private final Sessions sessions;
    private final PasswordNotices notices;
    private final Clock clock;
    private final Attempts attempts;

    @Activate
    public TenantUsers(
            @Reference Transactions transactions, @Reference Sessions sessions, @Reference PasswordNotices notices) {
        this(transactions, sessions, notices, Clock.systemUTC());
    }

    TenantUsers(Transactions transactions, Sessions sessions, PasswordNotices notices, Clock clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.notices = notices;
        this.clock = clock;
        attempts = new Attempts(ATTEMPTS, LOCKED, clock);
    }

    @Override
    public Profile profile(Caller caller) {
        return transactions.read(entities -> profile(entities, self(entities, caller)));
    }

    @Override
    public Profile changeLanguage(Caller caller, Locale language) {
        return transactions.required(entities -> {
            UserRow user = self(entities, caller);
            user.language = language.getLanguage().equals("en") ? "en" : "ja";
            return profile(entities, user);
        });
    }

    @Override
    public void changePassword(Caller caller, String current, String wanted) {
        UserRow seen = transactions.read(entities -> self(entities, caller));
        String key = seen.id.toString();
        if (attempts.isOver(key)) {
            throw new PlatformException(
                    Category.TOO_MANY, "signin.locked", "Locked after repeated failures; try again in 15 minutes.");
        }
        // Counted before the slow hash, so that parallel attempts count as well.
        attempts.count(key);
        if (!PasswordHash.matches(current, seen.passwordHash)) {
            throw new PlatformException(Category.REFUSED, "password.wrong", "The current password is wrong.");
        }
        PasswordRule rule = transactions.read(entities -> PasswordRules.of(entities, seen));
        PasswordRules.check(wanted, rule, seen.loginId, seen.name, seen.mail);
        String hash = PasswordHash.of(wanted);
        transactions.run(entities -> {
            UserRow user = entities.find(UserRow.class, seen.id, LockModeType.PESSIMISTIC_WRITE);
            if (!user.passwordHash.equals(seen.passwordHash)) {
                throw new PlatformException(Category.REFUSED, "password.wrong", "The password was changed meanwhile.");
            }
            user.passwordHash = hash;
            user.passwordNeedsFactor = PasswordRules.needsFactor(wanted, rule);
            user.mustChangePassword = false;
            user.initialExpires = null;
            user.state = user.state.equals("INVITED") ? "ACTIVE" : user.state;
            OpenLinks.end(entities, user.id);
            sessions.endOthers(entities, user.id, sessions.presentOf(caller), Reason.PASSWORD_CHANGED);
            notices.changed(entities, user, clock.instant());
            Sessions.record(entities, user, "user.password-changed", caller.address(), List.of());
        });
    }

    @Override
    public List<Person> people(Caller caller) {
        return transactions.read(entities -> entities.createQuery(
                        "select u from UserRow u where u.tenant = :tenant and u.state <> 'DELETED' order by u.name, u.id", UserRow.class)
                .setParameter("tenant", caller.tenant().value())
                .setMaxResults(1000)
                .getResultList()
                .stream()
                .map(user -> new Person(new UserId(user.id), user.name))
                .toList());
    }

    private static UserRow self(EntityManager entities, Caller caller) {
        UserRow user = entities.find(UserRow.class, caller.user().value());
        if (user == null || !user.tenant.equals(caller.tenant().value())) {
            throw new PlatformException(Category.UNAUTHENTICATED, "signin.required", "The user does not exist any more.");
        }
        return user;
    }

    private static Profile profile(EntityManager entities, UserRow user) {
        return new Profile(
                new UserId(user.id),
                new TenantId(user.tenant),
                entities.find(TenantRow.class, user.tenant).name,
                user.loginId,
                user.name,
                user.mail,
                Callers.permissions(user),
                Callers.language(user),
                Optional.ofNullable(user.previousSignIn),
                user.previousSignInAddress);
    }
}

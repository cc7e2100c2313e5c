package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.Session;
import io.fumikura.account.SignIn;
import io.fumikura.core.internal.model.SessionRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sign-in by password. Unknown logins cost the same and are locked the same as known ones, so that neither tells which exist. Immediate, because the
 * counts of failures must not go when nobody holds the service for a moment.
 */
@Component(service = SignIn.class, immediate = true)
public final class PasswordSignIn implements SignIn {

    private static final int FAILURES = 10;
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int FAILURES_PER_ADDRESS = 50;

    private final Transactions transactions;
    private final Sessions sessions;
    private final Clock clock;
    private final Attempts addresses;
    private final Attempts unknown;
    private final String nobody = PasswordHash.of(Tokens.random());

    @Activate
    public PasswordSignIn(@Reference Transactions transactions, @Reference Sessions sessions) {
        this(transactions, sessions, Clock.systemUTC());
    }

    PasswordSignIn(Transactions transactions, Sessions sessions, Clock clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.clock = clock;
        addresses = new Attempts(FAILURES_PER_ADDRESS, LOCKED, clock);
        unknown = new Attempts(FAILURES, LOCKED, clock);
    }

    @Override
    public Session signIn(String login, String password, boolean keep, String address) {
        if (addresses.isOver(address)) {
            throw new PlatformException(
                    Category.TOO_MANY, "signin.too-many", "Too many failed sign-ins from this address; try again later.");
        }
        String key = Tokens.key(login);
        Optional<UserRow> user = transactions.read(entities -> find(entities, key));
        boolean right = PasswordHash.matches(password, user.map(found -> found.passwordHash).orElse(nobody));
        if (user.isEmpty()) {
            addresses.count(address);
            refuseUnknown(key);
        }
        Result result = transactions.required(entities -> attempt(entities, user.orElseThrow(), right, keep));
        if (result.session() == null) {
            addresses.count(address);
            throw result.locked() ? locked() : refused();
        }
        return result.session();
    }

    private record Result(@Nullable Session session, boolean locked) {}

    /** One attempt under the lock of the user's row, so that parallel guesses are counted. */
    private Result attempt(EntityManager entities, UserRow found, boolean right, boolean keep) {
        UserRow user = entities.find(UserRow.class, found.id, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        if (user.lockedUntil != null && user.lockedUntil.isAfter(now)) {
            return new Result(null, true);
        }
        if (right && user.passwordHash.equals(found.passwordHash) && user.mayEnter()) {
            user.failures = 0;
            user.lockedUntil = null;
            user.previousSignIn = user.lastSignIn;
            user.lastSignIn = now;
            return new Result(sessions.start(entities, user, keep), false);
        }
        user.failures++;
        if (user.failures >= FAILURES) {
            user.failures = 0;
            user.lockedUntil = now.plus(LOCKED);
        }
        return new Result(null, false);
    }

    private void refuseUnknown(String key) {
        if (unknown.isOver(key)) {
            throw locked();
        }
        unknown.count(key);
        throw refused();
    }

    private static PlatformException refused() {
        return new PlatformException(
                Category.UNAUTHENTICATED, "signin.refused", "The user ID, mail address or password is wrong.");
    }

    private static PlatformException locked() {
        return new PlatformException(
                Category.TOO_MANY, "signin.locked", "Locked after repeated failures; try again in 15 minutes.");
    }

    private static Optional<UserRow> find(EntityManager entities, String key) {
        return entities
                .createQuery("select u from UserRow u where u.loginKey = :key or u.mailKey = :key", UserRow.class)
                .setParameter("key", key)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Caller> caller(String sessionToken, String requestId) {
        return sessions.caller(sessionToken, requestId);
    }

    @Override
    public boolean csrfMatches(String sessionToken, String csrfToken) {
        return csrfToken(sessionToken)
                .filter(wanted -> MessageDigest.isEqual(bytes(wanted), bytes(csrfToken)))
                .isPresent();
    }

    @Override
    public Optional<String> csrfToken(String sessionToken) {
        return sessions.find(sessionToken).map((SessionRow session) -> session.csrfToken);
    }

    @Override
    public void signOut(String sessionToken) {
        sessions.end(sessionToken);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

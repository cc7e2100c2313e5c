package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.Client;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.Session;
import io.fumikura.account.SessionEnd;
import io.fumikura.account.SignIn;
import io.fumikura.account.SignInStage;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Logs;
import io.fumikura.core.internal.history.Subject;
import io.fumikura.core.internal.model.SessionRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plan.Licences;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sign-in by password. Unknown logins cost the same and are locked the same as known ones, so that neither tells which exist. A lock holds those off
 * who come from elsewhere; failures from an address where the user has been signed in are counted apart, so that nobody can lock somebody else out
 * for ever. Immediate, because the counts of failures must not go when nobody holds the service for a moment.
 */
@Component(service = SignIn.class, immediate = true)
public final class PasswordSignIn implements SignIn {

    private static final int FAILURES = 10;
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int FAILURES_PER_ADDRESS = 50;

    private final Transactions transactions;
    private final Sessions sessions;
    private final Licences licences;
    private final Clock clock;
    private final Attempts addresses;
    private final Attempts unknown;
    private final Attempts places;
    private final String nobody = PasswordHash.of(Tokens.random());

    @Activate
    public PasswordSignIn(
            @Reference Transactions transactions, @Reference Sessions sessions, @Reference Licences licences) {
        this(transactions, sessions, licences, Clock.systemUTC());
    }

    PasswordSignIn(Transactions transactions, Sessions sessions, Licences licences, Clock clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.licences = licences;
        this.clock = clock;
        addresses = new Attempts(FAILURES_PER_ADDRESS, LOCKED, clock);
        unknown = new Attempts(FAILURES, LOCKED, clock);
        places = new Attempts(FAILURES, LOCKED, clock);
    }

    @Override
    public Session signIn(String login, String password, boolean keep, Client client) {
        if (addresses.isOver(client.address())) {
            throw new PlatformException(
                    Category.TOO_MANY, "signin.too-many", "Too many failed sign-ins from this address; try again later.");
        }
        sessions.lookAtClock();
        String key = Tokens.key(login);
        Optional<UserRow> user = transactions.read(entities -> find(entities, key));
        boolean right = PasswordHash.matches(password, user.map(found -> found.passwordHash).orElse(nobody));
        OptionalInt limit = right && user.isPresent() ? licences.of(user.get().tenant) : OptionalInt.empty();
        Result result = transactions.required(entities -> user.isPresent()
                ? attempt(entities, user.get(), right, keep, client, limit)
                : stranger(entities, key, client));
        if (result.session() == null) {
            addresses.count(client.address());
            throw result.refusal();
        }
        return result.session();
    }

    private record Result(@Nullable Session session, PlatformException refusal) {}

    /** One attempt under the lock of the user's row, so that parallel guesses are counted. */
    private Result attempt(
            EntityManager entities, UserRow found, boolean right, boolean keep, Client client, OptionalInt limit) {
        UserRow user = entities.find(UserRow.class, found.id, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        String place = user.id + "|" + client.address();
        boolean known = sessions.knows(entities, user.id, client.address());
        if (known ? places.isOver(place) : isLocked(user, now)) {
            return refused(entities, user, client, "locked", locked());
        }
        if (!right || !user.passwordHash.equals(found.passwordHash) || !user.mayEnter()) {
            if (known) {
                places.count(place);
            } else {
                fail(user, now);
            }
            return refused(entities, user, client, "password", refused());
        }
        if (!Entrance.isOpen(entities, user)) {
            return refused(entities, user, client, "company-closed", Entrance.closed());
        }
        if (user.mustChangePassword && user.initialExpires != null && !user.initialExpires.isAfter(now)) {
            return refused(entities, user, client, "initial-expired", initialExpired());
        }
        if (!isLocked(user, now)) {
            user.failures = 0;
            user.lockedUntil = null;
        }
        return new Result(sessions.start(entities, user, keep, client, limit), refused());
    }

    /** A lock that ends later than any can was set before the clock was put back. */
    private static boolean isLocked(UserRow user, Instant now) {
        return user.lockedUntil != null && user.lockedUntil.isAfter(now) && !user.lockedUntil.isAfter(now.plus(LOCKED));
    }

    private static void fail(UserRow user, Instant now) {
        user.failures++;
        if (user.failures >= FAILURES) {
            user.failures = 0;
            user.lockedUntil = now.plus(LOCKED);
        }
    }

    private static Result refused(EntityManager entities, UserRow user, Client client, String reason, PlatformException refusal) {
        Sessions.record(entities, user, "signin.failed", client.address(), List.of(new Change("reason", "", reason)));
        return new Result(null, refusal);
    }

    /** What was typed is not written down: it may be a password in the wrong field. */
    private Result stranger(EntityManager entities, String key, Client client) {
        boolean over = unknown.isOver(key);
        if (!over) {
            unknown.count(key);
        }
        History.append(
                entities,
                new HistoryEvent(
                        null,
                        new Subject("session", Logs.PLATFORM),
                        new Author(null, "", null, "", client.address()),
                        "signin.failed",
                        List.of(new Change("reason", "", over ? "locked" : "unknown")),
                        ""));
        return new Result(null, over ? locked() : refused());
    }

    private static PlatformException refused() {
        return new PlatformException(
                Category.UNAUTHENTICATED, "signin.refused", "The user ID, mail address or password is wrong.");
    }

    private static PlatformException locked() {
        return new PlatformException(
                Category.TOO_MANY, "signin.locked", "Locked after repeated failures; try again in 15 minutes.");
    }

    static PlatformException initialExpired() {
        return new PlatformException(
                Category.UNAUTHENTICATED,
                "signin.initial-expired",
                "The initial password has expired. Ask your administrator for a new one.");
    }

    static Optional<UserRow> find(EntityManager entities, String key) {
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
    public Optional<SignInStage> stage(String sessionToken) {
        return sessions.find(sessionToken).map(session -> SignInStage.valueOf(session.stage));
    }

    @Override
    public Optional<SessionEnd> end(String sessionToken) {
        return sessions.end(sessionToken);
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
        sessions.signOut(sessionToken);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.fumikura.core.internal.account;

import io.fumikura.account.Client;
import io.fumikura.account.PasswordResets;
import io.fumikura.account.PasswordRule;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.SessionEnd.Reason;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * New passwords by links in mails. Requests are worked on by a thread of their own, so that nobody can tell by time whether there is such a user.
 * Immediate, because the counts of requests must not go when nobody holds the service for a moment.
 */
@Component(service = PasswordResets.class, immediate = true)
public final class MailedResets implements PasswordResets {

    private static final Logger LOG = LoggerFactory.getLogger(MailedResets.class);
    private static final Duration GOOD = Duration.ofMinutes(30);
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REQUESTS = 20;
    private static final int OPEN = 3;
    private static final int WAITING = 200;

    private final Transactions transactions;
    private final Sessions sessions;
    private final PasswordNotices notices;
    private final Executor worker;
    private final @Nullable ExecutorService own;
    private final Clock clock;
    private final Attempts addresses;

    @Activate
    public MailedResets(
            @Reference Transactions transactions, @Reference Sessions sessions, @Reference PasswordNotices notices) {
        this(transactions, sessions, notices, thread(), Clock.systemUTC());
    }

    MailedResets(Transactions transactions, Sessions sessions, PasswordNotices notices, Executor worker, Clock clock) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.notices = notices;
        this.worker = worker;
        own = worker instanceof ExecutorService service ? service : null;
        this.clock = clock;
        addresses = new Attempts(REQUESTS, WINDOW, clock);
    }

    private static ExecutorService thread() {
        return new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), task -> {
            var thread = new Thread(task, "fumikura-password-resets");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void stop() {
        if (own != null) {
            own.shutdown();
        }
    }

    @Override
    public void request(String login, Client client) {
        if (addresses.isOver(client.address())) {
            throw new PlatformException(Category.TOO_MANY, "signin.too-many", "Too many requests from this address; try again later.");
        }
        addresses.count(client.address());
        String key = Tokens.key(login);
        try {
            worker.execute(() -> send(key, client));
        } catch (RejectedExecutionException e) {
            throw new PlatformException(
                    Category.UNAVAILABLE, "reset.busy", "Too many people ask for a new password; try again in a minute.", java.util.Map.of(), e);
        }
    }

    private void send(String key, Client client) {
        try {
            transactions.run(entities -> PasswordSignIn.find(entities, key)
                    .filter(user -> Entrance.mayEnter(entities, user))
                    .ifPresent(user -> send(entities, user, client)));
        } catch (RuntimeException e) {
            LOG.error("A link for a new password could not be sent", e);
        }
    }

    private void send(EntityManager entities, UserRow found, Client client) {
        UserRow user = entities.find(UserRow.class, found.id, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        Sql.update(entities, "delete from password_reset where expires <= ? or created > ?", now, now);
        int open = Sql.query(entities, "select count(*) from password_reset where user_id = ?", row -> row.getInt(1), user.id).get(0);
        if (open >= OPEN) {
            return;
        }
        String token = Tokens.random();
        Instant expires = now.plus(GOOD);
        Sql.update(
                entities,
                "insert into password_reset (token_hash, user_id, created, expires) values (?, ?, ?, ?)",
                Tokens.hash(token),
                user.id,
                now,
                expires);
        notices.link(entities, user, token, expires);
        Sessions.record(entities, user, "signin.reset-requested", client.address(), List.of());
    }

    @Override
    public Reset look(String token) {
        return transactions.read(entities -> {
            UserRow user = entities.find(UserRow.class, owner(entities, token).orElseThrow(MailedResets::unknown));
            return new Reset(user.name, user.loginId, PasswordRules.of(entities, user));
        });
    }

    @Override
    public void use(String token, String wanted, Client client) {
        UserRow seen = transactions.read(entities ->
                entities.find(UserRow.class, owner(entities, token).orElseThrow(MailedResets::unknown)));
        PasswordRule rule = transactions.read(entities -> PasswordRules.of(entities, seen));
        PasswordRules.check(wanted, rule, seen.loginId, seen.name, seen.mail);
        String hash = PasswordHash.of(wanted);
        transactions.run(entities -> {
            UserRow user = entities.find(UserRow.class, seen.id, LockModeType.PESSIMISTIC_WRITE);
            if (!Entrance.mayEnter(entities, user) || owner(entities, token).isEmpty()) {
                throw unknown();
            }
            OpenLinks.end(entities, user.id);
            user.passwordHash = hash;
            user.passwordNeedsFactor = PasswordRules.needsFactor(wanted, rule);
            user.mustChangePassword = false;
            user.initialExpires = null;
            user.state = "ACTIVE";
            user.failures = 0;
            user.lockedUntil = null;
            sessions.endOthers(entities, user.id, Optional.empty(), Reason.PASSWORD_CHANGED);
            notices.changed(entities, user, clock.instant());
            Sessions.record(entities, user, "user.password-reset", client.address(), List.of());
        });
    }

    /** The user of a link; one made after the present moment was made before the clock was put back, and nobody knows when it ends. */
    private Optional<UUID> owner(EntityManager entities, String token) {
        Instant now = clock.instant();
        return Sql.query(
                        entities,
                        "select user_id from password_reset where token_hash = ? and expires > ? and created <= ?",
                        row -> row.getObject("user_id", UUID.class),
                        Tokens.hash(token),
                        now,
                        now)
                .stream()
                .findFirst();
    }

    private static PlatformException unknown() {
        return new PlatformException(
                Category.NOT_FOUND, "reset.unknown", "This link was used, is older than 30 minutes, or never was. Ask for a new one.");
    }
}

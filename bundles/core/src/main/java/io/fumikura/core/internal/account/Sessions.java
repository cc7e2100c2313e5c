package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.Client;
import io.fumikura.account.Session;
import io.fumikura.account.SessionEnd;
import io.fumikura.account.SessionEnd.Reason;
import io.fumikura.account.SignInStage;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import io.fumikura.core.internal.model.SessionRow;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plan.Licences;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Browser sessions in the database. The company's rules say when an idle one ends and how long one lives at most; a limited one waits for its user
 * for 30 minutes. Rows stay for 30 days after their end, so that whoever comes with one is told why it is over, and so that it is known from where
 * a user signs in.
 */
@Component(service = Sessions.class)
public final class Sessions {

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration LIMITED = Duration.ofMinutes(30);
    /** Steps in which people show who they are; the others only ask what they want. */
    private static final Set<SignInStage> SHOW_WHO = EnumSet.of(SignInStage.PASSWORD_CHANGE, SignInStage.SECOND_FACTOR);
    private static final Duration NOTICE = Duration.ofMinutes(5);
    private static final int REQUESTS = 1000;

    private final Transactions transactions;
    private final TermsTexts terms;
    private final Clock clock;
    /** When the clock was looked at last; null before the first time, for it may have been put back while the platform was down. */
    private final AtomicReference<@Nullable Instant> newest = new AtomicReference<>();
    /** Which session a running request came with, so that changing a password spares it. */
    private final Map<String, UUID> requests = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UUID> eldest) {
            return size() > REQUESTS;
        }
    });

    @Activate
    public Sessions(@Reference Transactions transactions, @Reference TermsTexts terms) {
        this(transactions, terms, Clock.systemUTC());
    }

    Sessions(Transactions transactions, TermsTexts terms, Clock clock) {
        this.transactions = transactions;
        this.terms = terms;
        this.clock = clock;
    }

    /** Starts a session in the present transaction, under the lock of the user's row, and clears away those that nobody asks for any more. */
    Session start(EntityManager entities, UserRow user, boolean keep, Client client, OptionalInt licences) {
        return start(entities, user, keep, client, licences, false);
    }

    /** The same for a user who came with a passkey, which counts as both factors. */
    Session startByPasskey(EntityManager entities, UserRow user, boolean keep, Client client, OptionalInt licences) {
        return start(entities, user, keep, client, licences, true);
    }

    private Session start(EntityManager entities, UserRow user, boolean keep, Client client, OptionalInt licences, boolean passkey) {
        TenantRow tenant = entities.find(TenantRow.class, user.tenant);
        if (!tenant.isOpen()) {
            throw Entrance.closed();
        }
        Instant now = clock.instant();
        Sql.update(entities, "delete from user_session where expires < ?", now.minus(REMEMBERED));
        String token = Tokens.random();
        var row = new SessionRow();
        row.tokenHash = Tokens.hash(token);
        row.id = UUID.randomUUID();
        row.csrfToken = Tokens.random();
        row.user = user.id;
        row.address = client.address();
        row.browser = client.browser();
        row.created = now;
        row.seen = now;
        row.keep = keep;
        row.latest = now.plus(Duration.ofDays(tenant.sessionLongestDays));
        row.idleMinutes = keep ? Duration.ofDays(tenant.sessionLongestDays).toMinutes() : tenant.sessionIdleMinutes;
        row.confirmed = now;
        row.factorGiven = passkey;
        reach(user, row, stage(entities, user, row, licences));
        entities.persist(row);
        entities.flush();
        var changes = new ArrayList<>(List.of(new Change("stage", "", row.stage)));
        if (passkey) {
            changes.add(new Change("method", "", "passkey"));
        }
        record(entities, user, "signin.succeeded", client.address(), changes);
        return handedOut(row, token);
    }

    /** Moves a limited session on to its next stage, with fresh secrets. The row carries what the step has brought. */
    Session advance(EntityManager entities, SessionRow row, UserRow user, OptionalInt licences) {
        String token = Tokens.random();
        String before = row.tokenHash;
        entities.detach(row);
        row.tokenHash = Tokens.hash(token);
        row.csrfToken = Tokens.random();
        row.seen = clock.instant();
        if (SHOW_WHO.contains(SignInStage.valueOf(row.stage))) {
            row.confirmed = row.seen;
        }
        reach(user, row, stage(entities, user, row, licences));
        Sql.update(
                entities,
                "update user_session set token_hash = ?, csrf_token = ?, seen = ?, expires = ?, stage = ?, confirmed = ?, factor_given = ?,"
                        + " terms = ? where token_hash = ?",
                row.tokenHash,
                row.csrfToken,
                row.seen,
                row.expires,
                row.stage,
                row.confirmed,
                row.factorGiven,
                row.terms,
                before);
        return handedOut(row, token);
    }

    private SignInStage stage(EntityManager entities, UserRow user, SessionRow row, OptionalInt licences) {
        SignInStage next = Stages.next(entities, user, row, terms);
        boolean full = next == SignInStage.FULL && !Licences.take(entities, user, row, licences, clock.instant());
        return full ? SignInStage.LICENCE : next;
    }

    private void reach(UserRow user, SessionRow row, SignInStage stage) {
        row.stage = stage.name();
        if (stage == SignInStage.FULL) {
            row.terms = terms.versions(user).orElse("");
            user.previousSignIn = user.lastSignIn;
            user.previousSignInAddress = user.lastSignInAddress;
            user.lastSignIn = row.seen;
            user.lastSignInAddress = row.address;
        }
        row.expires = expiry(row, row.seen);
    }

    private static Instant expiry(SessionRow row, Instant now) {
        Instant idle = now.plus(row.stage.equals(SignInStage.FULL.name()) ? Duration.ofMinutes(row.idleMinutes) : LIMITED);
        return idle.isBefore(row.latest) ? idle : row.latest;
    }

    private static Session handedOut(SessionRow row, String token) {
        return new Session(token, row.csrfToken, row.keep ? row.latest : row.expires, row.keep);
    }

    /** The live session of a token. */
    Optional<SessionRow> find(String token) {
        lookAtClock();
        return transactions.read(entities -> find(entities, token));
    }

    Optional<SessionRow> find(EntityManager entities, String token) {
        return Optional.ofNullable(entities.find(SessionRow.class, Tokens.hash(token))).filter(this::isLive);
    }

    boolean isLive(SessionRow row) {
        return row.ended == null && row.expires.isAfter(clock.instant());
    }

    /** The caller of a running request with a full session. */
    public Optional<Caller> caller(String token, String requestId) {
        Optional<SessionRow> full = find(token).filter(session -> session.stage.equals(SignInStage.FULL.name()));
        Optional<UserRow> user = full.flatMap(session ->
                transactions.read(entities -> Optional.ofNullable(entities.find(UserRow.class, session.user))
                        .filter(found -> Entrance.mayEnter(entities, found))));
        if (user.isEmpty() || !hasAgreed(full.get(), user.get())) {
            return Optional.empty();
        }
        full.filter(session -> session.seen.plus(NOTICE).isBefore(clock.instant())).ifPresent(this::extend);
        requests.put(requestId, full.get().id);
        return Optional.of(Callers.of(user.get(), requestId));
    }

    /** Whether the terms are those that the session was asked about last; one whose user has not agreed to newer ones goes back to that stage. */
    private boolean hasAgreed(SessionRow session, UserRow seen) {
        Optional<String> versions = terms.versions(seen);
        return versions.isEmpty() || versions.get().equals(session.terms) || transactions.required(entities -> {
            UserRow user = entities.find(UserRow.class, seen.id, LockModeType.PESSIMISTIC_WRITE);
            boolean agreed = terms.pending(entities, user).isEmpty();
            Sql.update(
                    entities,
                    "update user_session set stage = ?, terms = ? where token_hash = ? and stage = 'FULL'",
                    (agreed ? SignInStage.FULL : SignInStage.TERMS).name(),
                    versions.get(),
                    session.tokenHash);
            return agreed;
        });
    }

    /**
     * Notices a clock that was put back. Sessions that were used after the present moment have of their time what they had left when they were used
     * last: none ends by it, and none lives longer than the company allows, counted from now. To be called outside of transactions.
     */
    void lookAtClock() {
        Instant now = clock.instant();
        Instant before = newest.get();
        if (before == null || before.minus(NOTICE).isAfter(now)) {
            transactions.run(entities -> Sql.query(
                            entities,
                            "select token_hash, created, seen, expires, latest from user_session where ended is null and seen > ?",
                            row -> new Times(
                                    row.getString("token_hash"),
                                    Sql.instant(row, "created"),
                                    Sql.instant(row, "seen"),
                                    Sql.instant(row, "expires"),
                                    Sql.instant(row, "latest")),
                            now.plus(NOTICE))
                    .forEach(times -> times.moveTo(entities, now)));
        }
        newest.set(now);
    }

    /** The times of a session. */
    private record Times(String tokenHash, Instant created, Instant seen, Instant expires, Instant latest) {

        void moveTo(EntityManager entities, Instant now) {
            Duration back = Duration.between(now, seen);
            Sql.update(
                    entities,
                    "update user_session set created = ?, seen = ?, expires = ?, latest = ? where token_hash = ? and seen = ?",
                    created.minus(back),
                    now,
                    expires.minus(back),
                    latest.minus(back),
                    tokenHash,
                    seen);
        }
    }

    private void extend(SessionRow session) {
        Instant now = clock.instant();
        transactions.relaxed(entities -> Sql.update(
                entities,
                "update user_session set seen = ?, expires = ? where token_hash = ? and ended is null",
                now,
                expiry(session, now),
                session.tokenHash));
    }

    /** The session that a running request came with; empty for one with an API token. */
    Optional<UUID> presentOf(Caller caller) {
        return Optional.ofNullable(requests.get(caller.requestId()));
    }

    /** When the caller of a running request gave the password or a code last in the present session; empty without one. */
    Optional<Instant> confirmed(EntityManager entities, Caller caller) {
        return presentOf(caller).flatMap(id -> Sql.query(
                        entities, "select confirmed from user_session where id = ? and confirmed is not null", row -> Sql.instant(row, "confirmed"), id)
                .stream()
                .findFirst());
    }

    void confirm(EntityManager entities, Caller caller) {
        presentOf(caller).ifPresent(id -> Sql.update(entities, "update user_session set confirmed = ? where id = ?", clock.instant(), id));
    }

    /** Why a session is over; empty when it lives or is unknown. */
    Optional<SessionEnd> end(String token) {
        return transactions
                .read(entities -> Optional.ofNullable(entities.find(SessionRow.class, Tokens.hash(token))))
                .filter(row -> !isLive(row))
                .map(row -> row.ended != null && row.endReason != null
                        ? new SessionEnd(Reason.valueOf(row.endReason), row.endedBy == null ? "" : row.endedBy, row.ended)
                        : new SessionEnd(row.expires.isBefore(row.latest) ? Reason.IDLE : Reason.TOO_OLD, "", row.expires));
    }

    void signOut(String token) {
        transactions.run(entities -> find(entities, token).ifPresent(row -> {
            end(entities, "token_hash = ?", Reason.SIGNED_OUT, "", row.tokenHash);
            UserRow user = entities.find(UserRow.class, row.user);
            if (user != null) {
                record(entities, user, "signin.ended", row.address, List.of(new Change("reason", "", Reason.SIGNED_OUT.name())));
            }
        }));
    }

    /** Ends live sessions in the present transaction. @return how many */
    int end(EntityManager entities, String condition, Reason reason, String by, Object... parameters) {
        Instant now = clock.instant();
        Object[] all = new Object[parameters.length + 4];
        all[0] = now;
        all[1] = reason.name();
        all[2] = by;
        System.arraycopy(parameters, 0, all, 3, parameters.length);
        all[all.length - 1] = now;
        return Sql.update(
                entities,
                "update user_session set ended = ?, end_reason = ?, ended_by = ? where " + condition
                        + " and ended is null and expires > ?",
                all);
    }

    /** Ends all sessions of a user but one. */
    int endOthers(EntityManager entities, UUID user, Optional<UUID> but, Reason reason) {
        return end(entities, "user_id = ? and id <> ?", reason, "", user, but.orElse(new UUID(0, 0)));
    }

    /** Whether the user was signed in from an address during the last 30 days. */
    boolean knows(EntityManager entities, UUID user, String address) {
        return !Sql.query(
                        entities,
                        "select 1 from user_session where user_id = ? and address = ? and stage = 'FULL' and created > ? fetch first 1 rows only",
                        row -> true,
                        user,
                        address,
                        clock.instant().minus(REMEMBERED))
                .isEmpty();
    }

    /** Writes what happened to a user's sign-in into the history. */
    static void record(EntityManager entities, UserRow user, String action, String address, List<Change> changes) {
        History.append(
                entities,
                new HistoryEvent(
                        user.tenant,
                        new Subject("user", user.id),
                        new Author(user.id, user.name, null, "", address),
                        action,
                        changes,
                        ""));
    }

    /** Ends all sessions of a user at an administrator's wish. */
    public static void endAll(EntityManager entities, UUID user, String by) {
        Instant now = Instant.now();
        Sql.update(
                entities,
                "update user_session set ended = ?, end_reason = ?, ended_by = ? where user_id = ? and ended is null and expires > ?",
                now,
                Reason.ENDED_BY_ADMINISTRATOR.name(),
                by,
                user,
                now);
    }

    /** Ends all sessions of a company's people at an operator's wish. */
    public static void endAllOf(EntityManager entities, UUID tenant, String by) {
        Instant now = Instant.now();
        Sql.update(
                entities,
                "update user_session set ended = ?, end_reason = ?, ended_by = ? where ended is null and expires > ?"
                        + " and user_id in (select id from app_user where tenant_id = ?)",
                now,
                Reason.ENDED_BY_ADMINISTRATOR.name(),
                by,
                now,
                tenant);
    }
}

package io.fumikura.core.internal.account;

import io.fumikura.account.Caller;
import io.fumikura.account.Session;
import io.fumikura.core.internal.model.SessionRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Browser sessions in the database. An idle one ends after 12 hours or 30 days; none lives longer than 30 days. */
@Component(service = Sessions.class)
public final class Sessions {

    private static final Duration IDLE = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration NOTICE = Duration.ofMinutes(5);
    private static final int REQUESTS = 1000;

    private final Transactions transactions;
    private final Clock clock;
    /** Which session a running request came with, so that changing a password spares it. */
    private final Map<String, String> requests = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REQUESTS;
        }
    });

    @Activate
    public Sessions(@Reference Transactions transactions) {
        this(transactions, Clock.systemUTC());
    }

    Sessions(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Starts a session in the present transaction, and clears away those that are over. */
    Session start(EntityManager entities, UserRow user, boolean keep) {
        Instant now = clock.instant();
        Sql.update(entities, "delete from user_session where expires < ?", now);
        String token = Tokens.random();
        var row = new SessionRow();
        row.tokenHash = Tokens.hash(token);
        row.csrfToken = Tokens.random();
        row.user = user.id;
        row.created = now;
        row.seen = now;
        row.keep = keep;
        row.expires = now.plus(keep ? LONGEST : IDLE);
        entities.persist(row);
        return new Session(token, row.csrfToken, row.expires);
    }

    /** The live session of a token. */
    Optional<SessionRow> find(String token) {
        return transactions.read(entities -> find(entities, token));
    }

    private Optional<SessionRow> find(EntityManager entities, String token) {
        return Optional.ofNullable(entities.find(SessionRow.class, Tokens.hash(token)))
                .filter(row -> row.expires.isAfter(clock.instant()));
    }

    Optional<Caller> caller(String token, String requestId) {
        var row = find(token);
        row.filter(session -> session.seen.plus(NOTICE).isBefore(clock.instant())).ifPresent(this::extend);
        return row.flatMap(session -> {
            requests.put(requestId, session.tokenHash);
            return transactions.read(entities -> Optional.ofNullable(entities.find(UserRow.class, session.user)))
                    .filter(UserRow::mayEnter)
                    .map(user -> Callers.of(user, requestId));
        });
    }

    private void extend(SessionRow session) {
        Instant now = clock.instant();
        Instant latest = session.created.plus(LONGEST);
        Instant wanted = now.plus(session.keep ? LONGEST : IDLE);
        transactions.relaxed(entities -> Sql.update(
                entities,
                "update user_session set seen = ?, expires = ? where token_hash = ?",
                now,
                wanted.isBefore(latest) ? wanted : latest,
                session.tokenHash));
    }

    void end(String token) {
        transactions.run(
                entities -> Sql.update(entities, "delete from user_session where token_hash = ?", Tokens.hash(token)));
    }

    /** Ends all sessions of a user but the one of the running request. */
    void endOthers(EntityManager entities, Caller caller) {
        Sql.update(
                entities,
                "delete from user_session where user_id = ? and token_hash <> ?",
                caller.user().value(),
                requests.getOrDefault(caller.requestId(), ""));
    }
}

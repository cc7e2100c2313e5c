package io.fumikura.core.internal.account;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What browsers were asked to sign: each is good for five minutes, once, and for who asked for it; a newer one takes its place. */
final class PasskeyChallenges {

    static final Duration GOOD = Duration.ofMinutes(5);

    private PasskeyChallenges() {}

    /** @param holder a secret, or what names a session that only its owner can come with */
    static void put(EntityManager entities, String holder, String request, Instant now) {
        // One that is good for longer than any is was made before the clock was put back.
        Sql.update(entities, "delete from passkey_challenge where expires <= ? or expires > ?", now, now.plus(GOOD));
        Sql.update(entities, "delete from passkey_challenge where holder = ?", Tokens.hash(holder));
        Sql.update(
                entities,
                "insert into passkey_challenge (holder, request, expires) values (?, ?, ?)",
                Tokens.hash(holder),
                request,
                now.plus(GOOD));
    }

    /** Takes the request away; empty when there is none any more. */
    static Optional<String> take(EntityManager entities, String holder, Instant now) {
        Optional<String> request = Sql.query(
                        entities,
                        "select request from passkey_challenge where holder = ? and expires > ? and expires <= ?",
                        row -> row.getString("request"),
                        Tokens.hash(holder),
                        now,
                        now.plus(GOOD))
                .stream()
                .findFirst();
        // Of two who bring the same answer at the same time, one deletes the row.
        boolean first = Sql.update(entities, "delete from passkey_challenge where holder = ?", Tokens.hash(holder)) > 0;
        return request.filter(found -> first);
    }
}

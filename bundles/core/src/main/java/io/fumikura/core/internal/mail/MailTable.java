package io.fumikura.core.internal.mail;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The table of mails as the sender sees it. As with jobs, a row is claimed by a conditional update and written back only by who holds its lease,
 * so that any number of nodes share the work. A mail whose sender has died is sent again, under the same identity.
 */
final class MailTable {

    static final Duration LEASE = Duration.ofMinutes(10);
    private static final int LOOK = 8;

    private final String node;
    private final String owner;
    private final AtomicLong claims = new AtomicLong();

    /** @param node the same after each start of this installation, so that it takes over its own mails at once after a crash */
    MailTable(String node) {
        this.node = node;
        owner = node + ":" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** To the microsecond, as databases keep it. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Claims the mail that has been due longest; empty when there is none, or others were quicker, who may also have put it off. */
    Optional<ClaimedMail> claim(EntityManager entities) {
        String lease = owner + ":" + claims.incrementAndGet();
        List<UUID> due = Sql.query(
                entities,
                "select id from mail where state = 'QUEUED' and run_after <= ? order by state, run_after fetch first " + LOOK + " rows only",
                row -> row.getObject(1, UUID.class),
                now());
        for (UUID id : due) {
            int changed = Sql.update(
                    entities,
                    "update mail set state = 'SENDING', lease_owner = ?, lease_until = ?, first_tried = coalesce(first_tried, ?)"
                            + " where id = ? and state = 'QUEUED' and run_after <= ?",
                    lease,
                    now().plus(LEASE),
                    now(),
                    id,
                    now());
            if (changed == 1) {
                return Sql.query(entities, "select * from mail where id = ?", row -> claimed(row, lease), id).stream().findFirst();
            }
        }
        return Optional.empty();
    }

    private static ClaimedMail claimed(ResultSet row, String lease) throws SQLException {
        return new ClaimedMail(
                row.getObject("id", UUID.class),
                row.getObject("tenant_id", UUID.class),
                row.getInt("attempts"),
                Sql.instant(row, "first_tried"),
                lease,
                row.getInt("resends"),
                row.getString("recipient"),
                Locale.forLanguageTag(row.getString("mail_language")),
                row.getString("subject_encrypted"),
                row.getString("text_encrypted"));
    }

    /** Queues mails whose sender has not been heard of. */
    static int takeOverExpired(EntityManager entities) {
        return Sql.update(
                entities,
                "update mail set state = 'QUEUED', run_after = ?, lease_owner = null where state = 'SENDING' and lease_until < ?",
                now(),
                now());
    }

    /** Queues mails that an earlier start of this node left behind. */
    int takeOverOwn(EntityManager entities) {
        return Sql.update(
                entities,
                "update mail set state = 'QUEUED', run_after = ?, lease_owner = null where state = 'SENDING' and lease_owner like ?"
                        + " and lease_owner not like ?",
                now(),
                node + ":%",
                owner + ":%");
    }

    /** Deletes mails that nobody will send any more; what was done with them stays in the history. */
    static void forget(EntityManager entities, Instant before) {
        Sql.update(entities, "delete from mail where state in ('SENT', 'PARKED') and created < ?", before);
    }

    /** @return whether the lease was still held; otherwise nothing is changed */
    static boolean sent(EntityManager entities, ClaimedMail mail) {
        return Sql.update(
                        entities,
                        "update mail set state = 'SENT', sent = ?, reason = null, lease_owner = null, lease_until = null,"
                                + " text_encrypted = case when secret then null else text_encrypted end where id = ? and lease_owner = ?",
                        now(),
                        mail.id(),
                        mail.lease())
                == 1;
    }

    /** @return whether the lease was still held; otherwise nothing is changed */
    static boolean parked(EntityManager entities, ClaimedMail mail, String reason) {
        return leave(entities, mail, "PARKED", mail.attempts() + 1, now(), reason);
    }

    /** Another try of this mail, after a pause. */
    static void delayed(EntityManager entities, ClaimedMail mail, Duration pause, String reason) {
        leave(entities, mail, "QUEUED", mail.attempts() + 1, now().plus(pause), reason);
    }

    /** Gives a mail back that could not be tried, behind those that wait. */
    static void unreachable(EntityManager entities, ClaimedMail mail, String reason) {
        leave(entities, mail, "QUEUED", mail.attempts(), now(), reason);
    }

    /** Gives a mail back as it was. */
    static void release(EntityManager entities, ClaimedMail mail) {
        Sql.update(
                entities,
                "update mail set state = 'QUEUED', lease_owner = null, lease_until = null where id = ? and lease_owner = ?",
                mail.id(),
                mail.lease());
    }

    private static boolean leave(
            EntityManager entities, ClaimedMail mail, String state, int attempts, Instant runAfter, String reason) {
        return Sql.update(
                        entities,
                        "update mail set state = ?, attempts = ?, run_after = ?, reason = ?, lease_owner = null, lease_until = null"
                                + " where id = ? and lease_owner = ?",
                        state,
                        attempts,
                        runAfter,
                        reason.length() > 2000 ? reason.substring(0, 2000) : reason,
                        mail.id(),
                        mail.lease())
                == 1;
    }
}

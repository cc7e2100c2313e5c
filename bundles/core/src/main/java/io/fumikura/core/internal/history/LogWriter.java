package io.fumikura.core.internal.history;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Appends to one log under the lock of its head, which the transaction takes last. */
final class LogWriter {

    /** What H2 takes in one binary value, and some more room. */
    private static final int PART = 500_000;

    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

    private final EntityManager entities;
    private final MacKey key;
    private final Clock clock;
    private final UUID log;

    LogWriter(EntityManager entities, MacKey key, Clock clock, UUID log) {
        this.entities = entities;
        this.key = key;
        this.clock = clock;
        this.log = log;
    }

    void append(List<PendingEntries.Pending> all) {
        try {
            Head head = lock();
            Frontier frontier = head.frontier();
            suspicion(head).ifPresent(action -> write(frontier, new PendingEntries.Pending(about(action), 0), now()));
            if (frontier.size() == 0) {
                EarlierHistory.take(entities, log, (pending, at) -> write(frontier, pending, at));
            }
            Instant now = now();
            all.forEach(pending -> write(frontier, pending, now));
            move(frontier, now.isAfter(head.last()) ? now : head.last());
        } catch (IllegalArgumentException e) {
            throw new PlatformException(
                    Category.UNAVAILABLE,
                    "history.unavailable",
                    "The history can't be written, so the action was not done. Verify the history: " + e.getMessage(),
                    Map.of(),
                    e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What has to be told before anything else is written, because writing on would cover it. */
    private Optional<String> suspicion(Head head) {
        if (!head.isOfKey(key)) {
            LOG.error("The key of the history is not the one that log {} was written with.", log);
            return Optional.of("history.key-changed");
        }
        if (!head.isGenuine(key)) {
            LOG.error("The end of the history log {} was altered from outside. Verify the history.", log);
            return Optional.of("history.head-altered");
        }
        return Optional.empty();
    }

    private HistoryEvent about(String action) {
        return new HistoryEvent(log, new Subject("history", log), Author.PLATFORM, action, List.of(), "");
    }

    private Head lock() {
        return Head.lock(entities, log).orElseGet(() -> {
            var empty = new Frontier();
            Sql.insertIfAbsent(
                    entities,
                    "insert into history_head (log_id, entries, frontier, last_at, key_id, mac) values (?, ?, ?, ?, ?, ?)",
                    log,
                    0L,
                    empty.bytes(),
                    Instant.EPOCH,
                    key.id(),
                    key.head(log, empty, Instant.EPOCH));
            return Head.lock(entities, log).orElseThrow(() -> new PersistenceException("The history has no head " + log));
        });
    }

    private void write(Frontier frontier, PendingEntries.Pending pending, Instant at) {
        HistoryEvent event = pending.event();
        Openings openings = Openings.of(texts(event));
        var entry = new EntryBody(
                log,
                frontier.size(),
                at,
                event.action(),
                event.subject(),
                pending.revision(),
                event.by().user(),
                event.by().actsFor(),
                event.changes().stream().map(Change::field).toList(),
                openings.hashes());
        byte[] body = entry.encode();
        byte[] leaf = Hashes.leaf(body);
        insert(entry, body, leaf);
        insert(entry, openings.encode());
        frontier.append(leaf);
    }

    private static List<String> texts(HistoryEvent event) {
        Author by = event.by();
        var texts = new ArrayList<>(List.of(by.name(), by.actsForName(), by.address(), event.reason()));
        event.changes().forEach(change -> texts.addAll(List.of(change.from(), change.to())));
        return texts;
    }

    private void insert(EntryBody entry, byte[] body, byte[] leaf) {
        Sql.update(
                entities,
                "insert into history_entry (log_id, sequence, body, leaf, mac, happened_at, by_user, action, subject_type, subject_id, revision)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                log,
                entry.sequence(),
                body,
                leaf,
                key.entry(leaf),
                entry.at(),
                entry.user(),
                entry.action(),
                entry.subject().type(),
                entry.subject().id(),
                entry.revision());
    }

    private void insert(EntryBody entry, byte[] values) {
        for (int from = 0, part = 0; from < values.length; from += PART, part++) {
            Sql.update(
                    entities,
                    "insert into history_value (log_id, sequence, part, content) values (?, ?, ?, ?)",
                    log,
                    entry.sequence(),
                    part,
                    Arrays.copyOfRange(values, from, Math.min(values.length, from + PART)));
        }
    }

    private void move(Frontier frontier, Instant last) {
        Sql.update(
                entities,
                "update history_head set entries = ?, frontier = ?, last_at = ?, key_id = ?, mac = ? where log_id = ?",
                frontier.size(),
                frontier.bytes(),
                last,
                key.id(),
                key.head(log, frontier, last),
                log);
    }
}

package io.fumikura.core.internal.history;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.history.HistoryReader;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The history out of the database. */
@Component
public final class StoredHistory implements HistoryReader {

    private static final int MOST = 200;
    private static final int MOST_SEALS = 1_000;

    private final Transactions transactions;

    @Activate
    public StoredHistory(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Entries list(Caller caller, Filter filter, Optional<String> page, int limit) {
        UUID log = HistoryAccess.log(caller, filter.log());
        long before = page.map(StoredHistory::sequence).orElse(Long.MAX_VALUE);
        int most = Math.max(1, Math.min(limit, MOST));
        return transactions.read(entities -> {
            List<HistoryEntry> found = select(entities, log, filter, before, most + 1);
            List<HistoryEntry> shown = found.subList(0, Math.min(most, found.size()));
            Map<UUID, String> names = SubjectNames.of(entities, shown);
            return new Entries(
                    shown.stream().map(entry -> shown(entry, names)).toList(),
                    found.size() > most
                            ? Optional.of(Long.toString(shown.get(most - 1).sequence()))
                            : Optional.empty());
        });
    }

    private static long sequence(String page) {
        try {
            return Long.parseLong(page);
        } catch (NumberFormatException e) {
            throw new PlatformException(Category.INVALID, "history.page", "Give the page that was answered before.");
        }
    }

    /** In the order of the index that limits most, which H2 takes only when all of its columns are named. */
    private static List<HistoryEntry> select(EntityManager entities, UUID log, Filter filter, long before, int most) {
        var where = new StringBuilder("log_id = ?");
        var parameters = new ArrayList<@Nullable Object>(List.of(log));
        filter.user().ifPresent(user -> add(where, parameters, "by_user = ?", user.value()));
        filter.subject().ifPresent(subject -> add(where, parameters, "subject_id = ?", subject));
        filter.from().ifPresent(from -> add(where, parameters, "happened_at >= ?", from));
        filter.until().ifPresent(until -> add(where, parameters, "happened_at < ?", until));
        filter.action().ifPresent(action -> {
            if (action.endsWith(".")) {
                add(where, parameters, "action >= ?", action);
                // The character after the dot.
                add(where, parameters, "action < ?", action.substring(0, action.length() - 1) + "/");
            } else {
                add(where, parameters, "action = ?", action);
            }
        });
        if (isByTime(filter)) {
            addBefore(entities, where, parameters, log, before);
        } else {
            add(where, parameters, "sequence < ?", before);
        }
        return EntryQuery.query(entities, where + " order by " + order(filter) + " limit " + most, parameters.toArray());
    }

    private static String order(Filter filter) {
        if (filter.subject().isPresent()) {
            return "subject_id desc, sequence desc";
        }
        if (filter.user().isPresent()) {
            return "log_id desc, by_user desc, sequence desc";
        }
        if (filter.action().filter(action -> !action.endsWith(".")).isPresent()) {
            return "log_id desc, action desc, sequence desc";
        }
        return isByTime(filter) ? "log_id desc, happened_at desc, sequence desc" : "log_id desc, sequence desc";
    }

    /** Whether the period limits most. */
    private static boolean isByTime(Filter filter) {
        return filter.subject().isEmpty()
                && filter.user().isEmpty()
                && filter.action().filter(action -> !action.endsWith(".")).isEmpty()
                && (filter.from().isPresent() || filter.until().isPresent());
    }

    private static void addBefore(
            EntityManager entities, StringBuilder where, List<@Nullable Object> parameters, UUID log, long before) {
        Sql.query(
                        entities,
                        "select happened_at from history_entry where log_id = ? and sequence = ?",
                        row -> Sql.instant(row, "happened_at"),
                        log,
                        before)
                .forEach(at -> {
                    add(where, parameters, "happened_at <= ?", at);
                    where.append(" and not (happened_at = ? and sequence >= ?)");
                    parameters.add(at);
                    parameters.add(before);
                });
    }

    private static void add(StringBuilder where, List<@Nullable Object> parameters, String condition, Object value) {
        where.append(" and ").append(condition);
        parameters.add(value);
    }

    private static Entry shown(HistoryEntry entry, Map<UUID, String> names) {
        return new Entry(
                entry.sequence(),
                entry.at(),
                Optional.ofNullable(entry.by().user()).map(UserId::new),
                entry.by().name(),
                entry.by().actsForName(),
                entry.by().address(),
                entry.action(),
                entry.subject().type(),
                entry.subject().id(),
                names.getOrDefault(entry.subject().id(), ""),
                entry.changes().stream()
                        .map(change -> new Change(change.field(), change.from(), change.to()))
                        .toList(),
                entry.reason());
    }

    /** One look into the index for each. */
    @Override
    public List<String> actions(Caller caller, Log log) {
        UUID id = HistoryAccess.log(caller, log);
        return transactions.read(entities -> {
            var actions = new ArrayList<String>();
            Optional<String> next = nextAction(entities, id, "");
            while (next.isPresent()) {
                actions.add(next.get());
                next = nextAction(entities, id, next.get());
            }
            return actions;
        });
    }

    private static Optional<String> nextAction(EntityManager entities, UUID log, String after) {
        return Sql.query(
                        entities,
                        "select action from history_entry where log_id = ? and action > ? order by log_id, action limit 1",
                        row -> row.getString(1),
                        log,
                        after)
                .stream()
                .findFirst();
    }

    @Override
    public List<Seal> seals(Caller caller, Log log) {
        UUID id = HistoryAccess.log(caller, log);
        return transactions.read(entities -> Seals.of(entities, id, MOST_SEALS)).stream()
                .map(stored -> shown(id, stored))
                .toList();
    }

    private static Seal shown(UUID log, Seals.Stored stored) {
        SealedHead head = stored.seal().heads().stream()
                .filter(one -> one.log().equals(log))
                .findFirst()
                .orElseThrow();
        return new Seal(
                stored.number(),
                stored.at(),
                head.entries(),
                HexFormat.of().formatHex(head.root()),
                stored.seal().authority(),
                keyId(stored.seal()));
    }

    /** Empty when the seal is not valid, of which the verification tells. */
    private static String keyId(StoredSeal seal) {
        try {
            return Stamp.verify(seal.token(), seal.statement()).keyId();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

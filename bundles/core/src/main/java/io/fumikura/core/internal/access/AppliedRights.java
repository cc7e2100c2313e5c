package io.fumikura.core.internal.access;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import io.fumikura.core.internal.model.GrantRow;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.DefaultRights.Run;
import io.fumikura.document.RecordId;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives records that exist the rights that the rules of their company give to new ones, unless somebody has set theirs. In portions, each a transaction;
 * goes on after a restart. Several nodes may try the same portion, one of them has it. Immediate, because it goes on without anybody asking for it.
 */
@Component(service = AppliedRights.class, immediate = true)
public final class AppliedRights {

    private static final Logger LOG = LoggerFactory.getLogger(AppliedRights.class);
    private static final int PORTION = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final Transactions transactions;
    private final RecordWriter writer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var made = new Thread(work, "fumikura-rights");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean closed;

    private record Begun(UUID tenant, long version, Author by, UUID done) {}

    @Activate
    public AppliedRights(@Reference Transactions transactions, @Reference RecordWriter writer) {
        this.transactions = transactions;
        this.writer = writer;
    }

    @Activate
    void start() {
        thread.scheduleWithFixedDelay(this::round, 5, 10, TimeUnit.SECONDS);
    }

    /** Not interrupted: that would close an embedded database's file. */
    @Deactivate
    void close() throws InterruptedException {
        closed = true;
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    /** Records that have the rights that rules gave them. */
    static long eligible(EntityManager entities, UUID tenant) {
        return Sql.query(
                        entities,
                        "select count(*) from record where tenant_id = ? and default_access = true",
                        row -> row.getLong(1),
                        tenant)
                .get(0);
    }

    /** The last time, if ever. */
    static Optional<Run> last(EntityManager entities, UUID tenant) {
        return Sql.query(entities, "select * from access_application where tenant_id = ?", AppliedRights::run, tenant).stream()
                .findFirst();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                Sql.instant(row, "started"),
                row.getString("by_name"),
                Optional.ofNullable(row.getObject("finished", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getBoolean("stopped"),
                row.getLong("total"),
                row.getLong("looked_at"),
                row.getLong("changed"));
    }

    /** Begins, in the present transaction, which has locked the company. */
    void begin(EntityManager entities, Caller caller, long version) {
        UUID tenant = caller.tenant().value();
        if (last(entities, tenant).filter(run -> run.finished().isEmpty()).isPresent()) {
            throw new PlatformException(
                    Category.CONFLICT, "access.applying", "The rules are being applied already. Wait until that is over.");
        }
        long total = eligible(entities, tenant);
        Author by = Author.of(caller);
        Sql.update(entities, "delete from access_application where tenant_id = ?", tenant);
        Sql.update(
                entities,
                "insert into access_application (tenant_id, rules_version, by_user, by_name, address, started, finished, stopped, total, looked_at,"
                        + " changed, done) values (?, ?, ?, ?, ?, ?, null, false, ?, 0, 0, ?)",
                tenant,
                version,
                by.user(),
                by.name(),
                by.address(),
                now(),
                total,
                FIRST);
        History.append(
                entities,
                new HistoryEvent(
                        tenant,
                        new Subject("tenant", tenant),
                        by,
                        "access.rules-applied",
                        List.of(new Change("records", "", Long.toString(total))),
                        ""));
        transactions.afterCommit(this::wake);
    }

    private void wake() {
        if (!closed) {
            thread.execute(this::round);
        }
    }

    /** Ends what is going on, in the present transaction: the rules become others. */
    static void stop(EntityManager entities, UUID tenant) {
        Sql.update(
                entities,
                "update access_application set finished = ?, stopped = true where tenant_id = ? and finished is null",
                now(),
                tenant);
    }

    void round() {
        try {
            for (UUID tenant : transactions.read(entities -> Sql.query(
                    entities, "select tenant_id from access_application where finished is null", row -> row.getObject(1, UUID.class)))) {
                while (!closed && transactions.retried(entities -> portion(entities, tenant))) {
                    continue;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Access rules are applied to existing records later: {}", e.getMessage());
            LOG.debug("Cause", e);
        }
    }

    /** @return whether there may be more */
    private boolean portion(EntityManager entities, UUID tenant) {
        Optional<Begun> found = begun(entities, tenant);
        if (found.isEmpty()) {
            return false;
        }
        Begun begun = found.get();
        if (!mayStill(entities, begun)) {
            stop(entities, tenant);
            return false;
        }
        List<UUID> ids = Sql.query(
                entities,
                "select id from record where tenant_id = ? and default_access = true and id > ? order by id fetch first " + PORTION
                        + " rows only",
                row -> row.getObject(1, UUID.class),
                tenant,
                begun.done());
        List<RecordRow> records = ids.stream()
                .flatMap(id -> writer.lock(entities, new RecordId(id)).stream())
                .filter(record -> record.defaultAccess)
                .toList();
        long changed = give(entities, begun, records);
        boolean more = ids.size() == PORTION;
        entities.flush();
        int mine = Sql.update(
                entities,
                "update access_application set done = ?, looked_at = looked_at + ?, changed = changed + ?, finished = ?"
                        + " where tenant_id = ? and done = ? and rules_version = ? and finished is null",
                ids.isEmpty() ? begun.done() : ids.get(ids.size() - 1),
                ids.size(),
                changed,
                more ? null : now(),
                tenant,
                begun.done(),
                begun.version());
        if (mine == 0) {
            throw new IllegalStateException("This portion was another one's, or the rules have changed.");
        }
        return more;
    }

    private static Optional<Begun> begun(EntityManager entities, UUID tenant) {
        return Sql.query(
                        entities,
                        "select * from access_application where tenant_id = ? and finished is null",
                        row -> new Begun(
                                tenant,
                                row.getLong("rules_version"),
                                new Author(
                                        row.getObject("by_user", UUID.class), row.getString("by_name"), null, "", row.getString("address")),
                                row.getObject("done", UUID.class)),
                        tenant)
                .stream()
                .findFirst();
    }

    /** Whether who began it is an administrator still. */
    private static boolean mayStill(EntityManager entities, Begun begun) {
        @Nullable UUID by = begun.by().user();
        if (by == null) {
            return true;
        }
        UserRow user = entities.find(UserRow.class, by);
        return user.mayEnter() && user.permissions.contains(Permission.TENANT_ADMINISTRATOR.name());
    }

    /** @return how many of the locked records got other rights */
    private long give(EntityManager entities, Begun begun, List<RecordRow> records) {
        List<AccessRules.Stored> rules = AccessRules.of(entities, begun.tenant());
        Map<UUID, List<GrantRow>> rows = Grants.rows(entities, rules.stream().map(AccessRules.Stored::id).toList());
        List<Grant> all = rows.values().stream().flatMap(own -> Grants.of(own).stream()).distinct().toList();
        Set<Grant> present = new HashSet<>(AccessRules.present(entities, begun.tenant(), all));
        Map<UUID, List<Grant>> grants = new HashMap<>();
        rows.forEach((rule, own) -> grants.put(rule, Grants.of(own).stream().filter(present::contains).toList()));
        return records.stream()
                .filter(record -> StoredRecordRights.write(
                        entities,
                        writer,
                        begun.by(),
                        record,
                        AccessRules.rights(record, rules, rule -> grants.getOrDefault(rule, List.of())),
                        true))
                .count();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}

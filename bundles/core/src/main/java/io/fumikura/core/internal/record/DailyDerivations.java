package io.fumikura.core.internal.record;

import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.InputState;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Derives anew what depends on the day: once per tenant and ledger, when the tenant's day begins or the platform starts after that, for
 * records of which the overdue date (or that after renewals) has passed since the last time. What is lost in a crash is done again. Immediate,
 * because it works by itself and nobody refers to it.
 */
@Component(service = DailyDerivations.class, immediate = true)
public final class DailyDerivations {

    private static final Logger LOG = LoggerFactory.getLogger(DailyDerivations.class);
    private static final int PORTION = 1_000;

    private final Transactions transactions;
    private final RecordWriter writer;
    private final LedgerCatalog catalog;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var made = new Thread(work, "fumikura-day");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean closed;

    private record Due(UUID tenant, LocalDate today, LocalDate last) {}

    @Activate
    public DailyDerivations(
            @Reference Transactions transactions, @Reference RecordWriter writer, @Reference LedgerCatalog catalog) {
        this(transactions, writer, catalog, Clock.systemUTC());
        thread.scheduleWithFixedDelay(this::round, 15, 60, TimeUnit.SECONDS);
    }

    /** For tests, without a thread: call {@link #round()}. */
    DailyDerivations(Transactions transactions, RecordWriter writer, LedgerCatalog catalog, Clock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Not interrupted: that would close an embedded database's file. */
    @Deactivate
    void close() throws InterruptedException {
        closed = true;
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    void round() {
        try {
            for (LedgerDescription ledger : catalog.ledgers()) {
                if (ledger.overdueField() != null) {
                    due(ledger).forEach(due -> begin(ledger, due));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("Values that depend on the day are derived later: {}", e.getMessage());
            LOG.debug("Cause", e);
        }
    }

    /** Tenants for which a day has begun. */
    private List<Due> due(LedgerDescription ledger) {
        return transactions
                .read(entities -> Sql.query(
                        entities,
                        "select t.id, t.time_zone, d.derived_on from tenant t"
                                + " left join derivation_day d on d.tenant_id = t.id and d.ledger = ?",
                        this::due,
                        ledger.id()))
                .stream()
                .filter(due -> due.last().isBefore(due.today()))
                .toList();
    }

    private Due due(ResultSet row) throws SQLException {
        LocalDate last = row.getObject(3, LocalDate.class);
        return new Due(
                row.getObject(1, UUID.class),
                LocalDate.now(clock.withZone(ZoneId.of(row.getString(2)))),
                last == null ? LocalDate.of(1, 1, 1) : last);
    }

    private void begin(LedgerDescription ledger, Due due) {
        long numbers = numbers(ledger, due);
        for (long from = 0; from < numbers; from += PORTION) {
            for (UUID record : passed(ledger, due, from)) {
                if (!derive(record)) {
                    return;
                }
            }
            if (closed) {
                return;
            }
        }
        remember(ledger, due);
    }

    /** The greatest number of the ledger's records. */
    private long numbers(LedgerDescription ledger, Due due) {
        return transactions
                .read(entities -> Sql.query(
                        entities,
                        "select coalesce(max(record_number), 0) from record where tenant_id = ? and ledger = ?",
                        row -> row.getLong(1),
                        due.tenant(),
                        ledger.id()))
                .get(0);
    }

    /** Records whose date lies between the last time and today; of one portion of numbers, because a database keeps all old pages for a long query. */
    private List<UUID> passed(LedgerDescription ledger, Due due, long from) {
        String renewed = ledger.renewedField();
        return transactions.read(entities -> Sql.query(
                entities,
                "select r.id from record r"
                        + " join field_value e on e.record_id = r.id and e.valid_to is null and e.field = ?"
                        + " left join field_value n on n.record_id = r.id and n.valid_to is null and n.field = ?"
                        + " where r.tenant_id = ? and r.ledger = ? and r.record_number > ? and r.record_number <= ?"
                        + " and r.state not in ('" + InputState.WAITING + "', '" + InputState.READING + "')"
                        + " and coalesce(nullif(n.text_form, ''), e.text_form) >= ?"
                        + " and coalesce(nullif(n.text_form, ''), e.text_form) < ?",
                row -> row.getObject(1, UUID.class),
                ledger.overdueField(),
                renewed == null ? "" : renewed,
                due.tenant(),
                ledger.id(),
                from,
                from + PORTION,
                due.last().toString(),
                due.today().toString()));
    }

    private boolean derive(UUID id) {
        var answered = new boolean[] {true};
        transactions.relaxed(entities -> {
            RecordRow record = writer.lock(entities, new RecordId(id)).orElse(null);
            answered[0] = record == null || writer.dayPassed(entities, record);
        });
        return answered[0];
    }

    private void remember(LedgerDescription ledger, Due due) {
        transactions.run(entities -> {
            int changed = Sql.update(
                    entities,
                    "update derivation_day set derived_on = ? where tenant_id = ? and ledger = ?",
                    due.today(),
                    due.tenant(),
                    ledger.id());
            if (changed == 0) {
                Sql.insertIfAbsent(
                        entities,
                        "insert into derivation_day (tenant_id, ledger, derived_on) values (?, ?, ?)",
                        due.tenant(),
                        ledger.id(),
                        due.today());
            }
        });
    }
}

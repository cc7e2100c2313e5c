package io.fumikura.core.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Company;
import io.fumikura.document.InputState;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class HistoryTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private final Author hanako = new Author(UUID.randomUUID(), "花子", UUID.randomUUID(), "太郎", "192.0.2.7");
    private Transactions transactions;
    private UUID tenant;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        tenant = Company.found(transactions, "甲社").id().value();
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private HistoryEvent event(UUID subject, String action, Change... changes) {
        return new HistoryEvent(tenant, new Subject("record", subject), hanako, action, List.of(changes), "監査のため");
    }

    private List<HistoryEntry> of(UUID subject) {
        return transactions.read(entities -> History.of(entities, subject));
    }

    private List<HistoryEntry> since(UUID subject, long revision) {
        return transactions.read(entities -> History.since(entities, subject, revision));
    }

    private long entries(UUID log) {
        return transactions.read(entities -> Head.find(entities, log).map(head -> head.frontier().size()).orElse(0L));
    }

    @Test
    void anEventComesBackAsItWasWritten() {
        UUID subject = UUID.randomUUID();
        String large = "記".repeat(240_000);

        transactions.run(entities -> History.append(
                entities,
                event(subject, "record.edited", new Change("title", "旧", "新\u0000\n"), new Change("memo", large, large + "a"), new Change("owner", "", ""))));

        HistoryEntry entry = of(subject).get(0);
        assertThat(entry.sequence()).isZero();
        assertThat(entry.by()).isEqualTo(hanako);
        assertThat(entry.action()).isEqualTo("record.edited");
        assertThat(entry.reason()).isEqualTo("監査のため");
        assertThat(entry.changes())
                .containsExactly(new Change("title", "旧", "新\u0000\n"), new Change("memo", large, large + "a"), new Change("owner", "", ""));
    }

    @Test
    void changesOfOneActionAreOneEvent() {
        var record = new RecordRow();
        record.id = UUID.randomUUID();
        record.tenant = tenant;
        record.revision = 7;

        transactions.run(entities -> {
            History.append(entities, record, hanako, "edited", "title", "a", "b");
            History.append(entities, record, Author.PLATFORM, "derived", "end", "", "c");
            History.append(entities, record, hanako, "edited", "amount", "", "1");
        });

        assertThat(of(record.id)).extracting(HistoryEntry::action).containsExactly("record.derived", "record.edited");
        assertThat(of(record.id).get(1).fields()).containsExactly("title", "amount");
        assertThat(since(record.id, 6)).hasSize(2);
        assertThat(since(record.id, 7)).isEmpty();
    }

    @Test
    void whatIsRolledBackLeavesNoEntry() {
        UUID subject = UUID.randomUUID();
        assertThatThrownBy(() -> transactions.run(entities -> {
                    History.append(entities, event(subject, "record.edited"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(of(subject)).isEmpty();
        assertThat(entries(tenant)).isZero();
    }

    @Test
    void anActionWhoseEntryCannotBeWrittenIsNotDone() {
        transactions.run(entities -> History.append(entities, event(UUID.randomUUID(), "record.edited")));
        transactions.run(entities -> Sql.update(entities, "drop table history_value"));
        var lost = new TenantRow();
        lost.id = UUID.randomUUID();
        lost.name = "乙社";
        lost.plan = "standard";
        lost.timeZone = "Asia/Tokyo";
        lost.created = Instant.now();

        assertThatThrownBy(() -> transactions.run(entities -> {
                    entities.persist(lost);
                    History.append(entities, event(lost.id, "tenant.created", new Change("name", "", "乙社")));
                }))
                .isInstanceOf(PersistenceException.class);

        assertThat(transactions.<TenantRow>read(entities -> entities.find(TenantRow.class, lost.id))).isNull();
        assertThat(entries(tenant)).isEqualTo(1);
    }

    @Test
    void fiftyWritersKeepOneOrderWithoutGaps() throws Exception {
        UUID other = Company.found(transactions, "乙社").id().value();
        var pool = Executors.newFixedThreadPool(50);
        try {
            var all = IntStream.range(0, 500)
                    .mapToObj(i -> pool.submit(() -> transactions.run(entities -> {
                        UUID first = i % 2 == 0 ? tenant : other;
                        UUID second = i % 2 == 0 ? other : tenant;
                        for (UUID log : List.of(first, second)) {
                            History.append(
                                    entities,
                                    new HistoryEvent(log, new Subject("tenant", log), hanako, "tenant.changed", List.of(), "" + i));
                        }
                    })))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }

        for (UUID log : List.of(tenant, other)) {
            List<HistoryEntry> written = transactions.read(entities -> EntryQuery.query(entities, "log_id = ? order by sequence", log));
            assertThat(written)
                    .extracting(HistoryEntry::sequence)
                    .containsExactlyElementsOf(LongStream.range(0, 500).boxed().toList());
            assertThat(written).extracting(HistoryEntry::at).isSorted();
            assertThat(written).extracting(HistoryEntry::reason).doesNotHaveDuplicates();
            assertThat(entries(log)).isEqualTo(500);
        }
    }

    @Test
    void whatWasWrittenBeforeTheTreeBeginsTheLog() {
        UUID record = UUID.randomUUID();
        UUID user = new Company(transactions, new TenantId(tenant)).hire("花子").user().value();
        transactions.run(entities -> {
            var row = new RecordRow();
            row.id = record;
            row.tenant = tenant;
            row.fileName = "a.pdf";
            row.mediaType = "application/pdf";
            row.sha256 = "a".repeat(64);
            row.state = InputState.WAITING;
            row.registeredBy = user;
            row.registeredAt = Instant.now();
            entities.persist(row);
            entities.flush();
            for (String to : List.of("古い題", "")) {
                Sql.update(
                        entities,
                        "insert into history_before (tenant_id, record_id, revision, happened_at, by_user, by_name, action, field, old_value, new_value)"
                                + " values (?, ?, 3, ?, ?, '花子', 'edited', ?, '', ?)",
                        tenant,
                        record,
                        Instant.parse("2026-04-01T00:00:00.123456Z"),
                        hanako.user(),
                        to.isEmpty() ? "" : "title",
                        to);
            }
        });

        transactions.run(entities -> History.append(entities, event(record, "record.edited", new Change("title", "古い題", "新"))));

        assertThat(of(record)).extracting(HistoryEntry::sequence).containsExactly(2L, 1L, 0L);
        HistoryEntry first = of(record).get(2);
        assertThat(first.at()).isEqualTo("2026-04-01T00:00:00.123456Z");
        assertThat(first.by()).isEqualTo(new Author(hanako.user(), "花子"));
        assertThat(first.changes()).containsExactly(new Change("title", "", "古い題"));
        assertThat(first.revision()).isEqualTo(3);
        assertThat(of(record).get(1).changes()).isEmpty();
        assertThat(transactions.read(EarlierHistory::tenants)).isEmpty();
    }
}

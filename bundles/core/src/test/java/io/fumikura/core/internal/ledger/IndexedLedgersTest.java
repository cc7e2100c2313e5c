package io.fumikura.core.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.index.IndexFeeder;
import io.fumikura.core.internal.index.MemoryIndex;
import io.fumikura.core.internal.index.TestFeeder;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Company;
import io.fumikura.core.internal.record.Extraction;
import io.fumikura.core.internal.record.LoanType;
import io.fumikura.core.internal.record.NewRecord;
import io.fumikura.core.internal.record.PageTexts;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.InputState;
import io.fumikura.document.Ledgers.Condition;
import io.fumikura.document.Ledgers.Operator;
import io.fumikura.document.Ledgers.Page;
import io.fumikura.document.Ledgers.Query;
import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.RecordId;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class IndexedLedgersTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private final MemoryIndex index = new MemoryIndex();
    private final LedgerCatalog catalog = new LedgerCatalog(List.of(new LoanType()), List.of());
    private Transactions transactions;
    private IndexFeeder feeder;
    private RecordWriter writer;
    private IndexedLedgers ledgers;
    private Caller hanako;
    private Caller stranger;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        feeder = TestFeeder.started(transactions, catalog, index);
        writer = new RecordWriter(transactions, catalog, new PluginCalls(), List.of(feeder));
        ledgers = new IndexedLedgers(transactions, catalog, feeder, index);
        hanako = Company.found(transactions, "甲社").hire("花子", Permission.VIEWER, Permission.CLERK);
        stranger = Company.found(transactions, "乙社").hire("他人", Permission.TENANT_ADMINISTRATOR);
    }

    @AfterEach
    void close() throws InterruptedException {
        if (transactions != null) {
            TestFeeder.stop(feeder);
            transactions.close();
        }
    }

    private RecordId create(Caller caller, String title, String end) {
        return create(caller, title, Map.of("end", end));
    }

    private RecordId create(Caller caller, String title, Map<String, String> dates) {
        var id = RecordId.random();
        transactions.run(entities -> {
            var record = writer.create(entities, new NewRecord(
                    id, caller, Optional.of("loans"), title + ".txt", "text/plain", 3, "a".repeat(64), null));
            PageTexts.put(entities, id.value(), PageText.builder(1, 0, 0, TextSource.PLAIN).append("本文の" + title, Box.NONE).build());
            var found = new HashMap<String, List<Candidate>>();
            found.put("title", List.of(candidate("title", new FieldValue.Text(title))));
            dates.forEach((field, day) -> found.put(field, List.of(candidate(field, new FieldValue.Day(LocalDate.parse(day))))));
            writer.extracted(entities, record, new Extraction(found, List.of()));
        });
        return id;
    }

    private static Candidate candidate(String field, FieldValue value) {
        return new Candidate(new FieldCandidate(field, value, 0.9, List.of(), Optional.empty()), "rules 1.0.0");
    }

    private static Query query(Optional<String> keyword, boolean fullText, Optional<String> cursor, int limit, Condition... conditions) {
        return new Query("loans", keyword, fullText, false, List.of(conditions), false, "number", false, cursor, limit);
    }

    private static Query where(Condition... conditions) {
        return query(Optional.empty(), false, Optional.empty(), 50, conditions);
    }

    private static String titles(Page page) {
        return page.rows().stream().map(row -> row.record().fileName().replace(".txt", "")).collect(Collectors.joining(" "));
    }

    private String refusal(Query query) {
        return catchThrowableOfType(PlatformException.class, () -> ledgers.list(hanako, query)).code();
    }

    @Test
    void aListShowsTheCallersOwnLastWriteAndNothingOfOtherTenants() {
        create(stranger, "他社", "2030-01-01");
        for (int i = 1; i <= 5; i++) {
            create(hanako, "契約" + i, "2030-01-01");
            Page page = ledgers.list(hanako, where());
            assertThat(page.total()).isEqualTo(i);
            assertThat(page.degraded()).isFalse();
            assertThat(titles(page)).endsWith("契約" + i).doesNotContain("他社");
        }
    }

    @Test
    void keywordsLookIntoTheTextOnlyWhenAsked() {
        create(hanako, "甲", "2030-01-01");
        assertThat(titles(ledgers.list(hanako, query(Optional.of("本文"), false, Optional.empty(), 50)))).isEmpty();
        assertThat(titles(ledgers.list(hanako, query(Optional.of("本文"), true, Optional.empty(), 50)))).isEqualTo("甲");
        assertThat(titles(ledgers.list(hanako, query(Optional.of("甲.txt"), true, Optional.empty(), 50)))).isEqualTo("甲");
    }

    @Test
    void conditionsAreAskedOfTheIndex() {
        create(hanako, "古", "2020-03-31");
        create(hanako, "新", "2030-03-31");

        assertThat(titles(ledgers.list(hanako, where(new Condition("end", Operator.FROM, "2025-01-01", false))))).isEqualTo("新");
        assertThat(titles(ledgers.list(hanako, where(new Condition("end", Operator.FROM, "2025-01-01", true))))).isEqualTo("古");
        assertThat(titles(ledgers.list(hanako, where(new Condition("end", Operator.IS, "2020-03-31", false))))).isEqualTo("古");
        assertThat(titles(ledgers.list(hanako, where(new Condition("amount", Operator.NOT_SET, "", false))))).isEqualTo("古 新");
        assertThat(titles(ledgers.list(hanako, where(new Condition("title", Operator.CONTAINS, "新", false))))).isEqualTo("新");
        assertThat(titles(ledgers.list(hanako, where(new Condition("registered", Operator.IS, LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")).toString(), false))))).isEqualTo("古 新");
        assertThat(titles(ledgers.list(hanako, where(new Condition("owner", Operator.IS, hanako.user().toString(), false))))).isEqualTo("古 新");
    }

    @Test
    void queriesThatMakeNoSenseAreRefused() {
        assertThat(refusal(where(new Condition("nothing", Operator.SET, "", false)))).isEqualTo("query.invalid");
        assertThat(refusal(where(new Condition("end", Operator.FROM, "gestern", false)))).isEqualTo("query.invalid");
        assertThat(refusal(where(new Condition("amount", Operator.TO, "viel", false)))).isEqualTo("query.invalid");
        assertThat(refusal(where(new Condition("end", Operator.FROM, "+999999999-01-01", false)))).isEqualTo("query.invalid");
        assertThat(refusal(where(new Condition("registered", Operator.TO, "+999999999-12-31", false)))).isEqualTo("query.invalid");
        assertThat(refusal(where(new Condition("registered", Operator.FROM, "-999999999-01-01", false)))).isEqualTo("query.invalid");
        assertThat(refusal(where(new Condition("title", Operator.FROM, "a", false)))).isEqualTo("query.invalid");
        assertThat(refusal(query(Optional.empty(), false, Optional.empty(), 201))).isEqualTo("query.invalid");
        assertThat(refusal(query(Optional.empty(), false, Optional.of("nonsense"), 5))).isIn("query.invalid", "search.unavailable");
    }

    @Test
    void pagesFollowEachOtherFromTheIndexAndFromTheDatabase() {
        for (int i = 1; i <= 5; i++) {
            create(hanako, "契約" + i, "2030-01-01");
        }
        Page first = ledgers.list(hanako, query(Optional.empty(), false, Optional.empty(), 3));
        Page second = ledgers.list(hanako, query(Optional.empty(), false, first.next(), 3));
        assertThat(titles(first) + "|" + titles(second)).isEqualTo("契約1 契約2 契約3|契約4 契約5");
        assertThat(second.next()).isEmpty();

        index.broken = true;
        Page third = ledgers.list(hanako, query(Optional.empty(), false, Optional.empty(), 3));
        Page fourth = ledgers.list(hanako, query(Optional.empty(), false, third.next(), 3));
        assertThat(titles(third) + "|" + titles(fourth)).isEqualTo("契約1 契約2 契約3|契約4 契約5");
        assertThat(third.degraded()).isTrue();
        assertThat(third.total()).isEqualTo(5);
        assertThat(fourth.next()).isEmpty();
        assertThat(refusal(query(Optional.of("契約"), false, Optional.empty(), 3))).isEqualTo("search.unavailable");
    }

    @Test
    void whileTheIndexIsFilledListsByNumberAreWholeAndOthersSayThatTheyMayNotBe() throws Exception {
        create(hanako, "甲", "2030-01-01");
        assertThat(ledgers.list(hanako, where()).rebuilding()).isFalse();
        TestFeeder.stop(feeder);
        var empty = new MemoryIndex();
        IndexFeeder waiting = TestFeeder.idle(transactions, catalog, empty);
        var rebuilt = new IndexedLedgers(transactions, catalog, waiting, empty);

        Page byNumber = rebuilt.list(hanako, where());
        Page searched = rebuilt.list(hanako, query(Optional.of("甲"), false, Optional.empty(), 50));

        assertThat(titles(byNumber)).isEqualTo("甲");
        assertThat(byNumber.rebuilding()).isFalse();
        assertThat(byNumber.degraded()).isFalse();
        assertThat(searched.rows()).isEmpty();
        assertThat(searched.rebuilding()).isTrue();

        TestFeeder.feed(waiting);
        Page found = rebuilt.list(hanako, query(Optional.of("甲"), false, Optional.empty(), 50));
        assertThat(titles(found)).isEqualTo("甲");
        assertThat(found.rebuilding()).isFalse();
    }

    @Test
    void theOverviewShowsWhatIsNewAndWhatNeedsAttention() {
        RecordId overdue = create(hanako, "満了", "2020-01-01");
        transactions.run(entities -> {
            var record = writer.lock(entities, overdue).orElseThrow();
            writer.state(entities, record, InputState.COMPLETE, 1, null);
        });
        create(hanako, "不足", "2030-01-01");
        create(stranger, "他社", "2020-01-01");
        assertThat(feeder.awaitVisible(hanako.tenant())).isTrue();

        var overview = ledgers.overview(hanako);

        assertThat(overview.recent()).extracting(r -> r.fileName()).containsExactly("不足.txt", "満了.txt");
        assertThat(overview.attention()).extracting(r -> r.fileName()).containsExactly("不足.txt", "満了.txt");
        assertThat(overview.counts()).containsEntry(InputState.COMPLETE, 1L).containsEntry(InputState.INCOMPLETE, 1L)
                .containsEntry(InputState.FAILED, 0L);
        assertThat(overview.working()).isEmpty();
    }

    @Test
    void whatWasRenewedIsOverdueOnlyWhenItsPresentEndHasPassed() {
        RecordId runs = create(hanako, "更新中", Map.of("end", "2020-01-01", "renewed_end", "2999-01-01"));
        RecordId over = create(hanako, "更新後満了", Map.of("end", "2020-01-01", "renewed_end", "2021-01-01"));
        transactions.run(entities -> List.of(runs, over)
                .forEach(id -> writer.state(entities, writer.lock(entities, id).orElseThrow(), InputState.COMPLETE, 1, null)));
        assertThat(feeder.awaitVisible(hanako.tenant())).isTrue();

        assertThat(ledgers.overview(hanako).attention()).extracting(r -> r.fileName()).containsExactly("更新後満了.txt");
    }
}

package io.fumikura.core.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEntry;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.ValueRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.Evidence;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.InputState;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.RecordId;
import io.fumikura.document.Warning;
import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
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
class RecordWriterTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private final List<RecordId> told = java.util.Collections.synchronizedList(new ArrayList<>());
    private Transactions transactions;
    private RecordWriter writer;
    private Caller clerk;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        var catalog = new LedgerCatalog(List.of(new LoanType()), List.of());
        writer = new RecordWriter(transactions, catalog, new PluginCalls(), List.of((tenant, record) -> told.add(record)));
        clerk = Company.found(transactions, "甲社").hire("経理 花子", Permission.CLERK);
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private RecordId create(String name) {
        var id = RecordId.random();
        transactions.run(entities -> writer.create(
                entities,
                new NewRecord(id, clerk, Optional.of("loans"), name, "application/pdf", 3, "a".repeat(64), null)));
        return id;
    }

    static Candidate found(String field, FieldValue value) {
        var evidence = new Evidence(1, 2, 5, List.of(new Box(0.25f, 0.25f, 0.5f, 0.5f)), "原文");
        return new Candidate(new FieldCandidate(field, value, 0.75, List.of(evidence), Optional.empty()), "rules 1.0.0");
    }

    private void extract(RecordId id, Candidate... candidates) {
        Map<String, List<Candidate>> all =
                java.util.Arrays.stream(candidates).collect(Collectors.groupingBy(c -> c.candidate().field()));
        transactions.run(entities -> writer.extracted(
                entities, writer.lock(entities, id).orElseThrow(), new Extraction(all, List.of())));
    }

    private RecordRow row(RecordId id) {
        return transactions.read(entities -> entities.find(RecordRow.class, id.value()));
    }

    private Map<String, FieldValue> values(RecordId id) {
        return transactions.read(entities ->
                new PresentValues(entities, entities.find(RecordRow.class, id.value())).values());
    }

    private static FieldValue day(String date) {
        return new FieldValue.Day(LocalDate.parse(date));
    }

    @Test
    void everyFormOfValueComesBackAsItWas() {
        RecordId id = create("all.pdf");
        var wanted = Map.<String, FieldValue>of(
                "title", new FieldValue.Text("金銭消費貸借契約書\n二行目"),
                "start", day("2024-04-01"),
                "term", new FieldValue.Duration(Period.parse("P1Y2M3D")),
                "amount", new FieldValue.Money(new BigDecimal("-12.5000"), Optional.of(Currency.getInstance("USD"))),
                "parties", new FieldValue.Texts(List.of("甲", "乙")),
                "secured", new FieldValue.Flag(false),
                "side", new FieldValue.Choice("lender"),
                "end", day("2030-01-01"));

        extract(id, wanted.entrySet().stream().map(e -> found(e.getKey(), e.getValue())).toArray(Candidate[]::new));

        assertThat(values(id)).isEqualTo(wanted);
        FieldCandidate title = transactions.read(entities ->
                new PresentValues(entities, entities.find(RecordRow.class, id.value())).without(Set.of()).get("title"));
        assertThat(title).isEqualTo(found("title", wanted.get("title")).candidate());
    }

    @Test
    void requiredFieldsDecideTheStateAndTermsDeriveTheEnd() {
        RecordId id = create("state.pdf");
        extract(id, found("title", new FieldValue.Text("契約")));
        assertThat(row(id).state).isEqualTo(InputState.INCOMPLETE);
        assertThat(row(id).warnings).contains("loan.no-amount");

        extract(id, found("title", new FieldValue.Text("契約")), found("start", day("2024-04-01")),
                found("term", new FieldValue.Duration(Period.ofYears(1))));

        assertThat(row(id).state).isEqualTo(InputState.COMPLETE);
        assertThat(values(id)).containsEntry("end", day("2025-03-31"));
    }

    @Test
    void noRowIsLockedWhileADocumentTypeIsAsked() {
        RecordId id = create("asked.pdf");
        var asked = new ArrayList<String>();
        writer = new RecordWriter(transactions, new LedgerCatalog(List.of(new LookingType(() -> {
            transactions.relaxed(entities -> writer.lock(entities, id));
            asked.add("free");
        })), List.of()), new PluginCalls(), List.of());

        extract(id, found("title", new FieldValue.Text("契約")), found("start", day("2024-04-01")),
                found("term", new FieldValue.Duration(Period.ofYears(1))));

        assertThat(asked).isNotEmpty();
        assertThat(row(id).warnings).doesNotContain("plugin.failed").contains("loan.no-amount");
        assertThat(values(id)).containsEntry("end", day("2025-03-31"));
    }

    /** Looks around whenever it is asked for derived values. */
    private record LookingType(LoanType loans, Runnable look) implements DocumentType {

        LookingType(Runnable look) {
            this(new LoanType(), look);
        }

        @Override
        public LedgerDescription ledger() {
            return loans.ledger();
        }

        @Override
        public Optional<Classification> classify(DocumentText text, String fileName) {
            return loans.classify(text, fileName);
        }

        @Override
        public List<FieldCandidate> derive(Map<String, FieldCandidate> values, LocalDate today) {
            look.run();
            return loans.derive(values, today);
        }

        @Override
        public List<Warning> check(Map<String, FieldValue> values) {
            look.run();
            return loans.check(values);
        }
    }

    @Test
    void valuesAreVersionsWithTheTimeOfTheirValidity() {
        RecordId id = create("versions.pdf");
        extract(id, found("title", new FieldValue.Text("旧")));
        extract(id, found("title", new FieldValue.Text("新")));
        extract(id, found("title", new FieldValue.Text("新")));

        List<ValueRow> versions = transactions.read(entities -> entities.createQuery(
                        "select v from ValueRow v where v.record = :id order by v.validFrom", ValueRow.class)
                .setParameter("id", id.value())
                .getResultList());

        assertThat(versions).extracting(v -> v.text).containsExactly("旧", "新");
        assertThat(versions.get(0).validTo).isEqualTo(versions.get(1).validFrom);
        assertThat(versions.get(1).validTo).isNull();
    }

    private Map<String, FieldValue> listed(RecordId id) {
        return transactions.read(entities ->
                Summaries.of(entities, entities.find(RecordRow.class, id.value())).values());
    }

    @Test
    void listsShowThePresentValues() {
        RecordId id = create("listed.pdf");
        assertThat(listed(id)).isEmpty();

        extract(id, found("title", new FieldValue.Text("\"旧\"")), found("side", new FieldValue.Choice("lender")),
                found("start", day("2024-04-01")), found("term", new FieldValue.Duration(Period.ofYears(1))));
        assertThat(listed(id)).containsOnlyKeys("title", "side", "start", "term", "end").isEqualTo(values(id));

        extract(id, found("title", new FieldValue.Text("新")), found("side", new FieldValue.Choice("lender")));
        assertThat(listed(id)).containsOnlyKeys("title", "side").isEqualTo(values(id));

        transactions.run(entities -> new PresentValues(entities, writer.lock(entities, id).orElseThrow())
                .empty("side", clerk.user().value(), Instant.now()));
        assertThat(listed(id)).containsOnlyKeys("title").isEqualTo(values(id));
    }

    @Test
    void listsShowValuesThatAreTooLongForTheRow() {
        RecordId id = create("long.pdf");
        var parties = new FieldValue.Texts(java.util.Collections.nCopies(100, "\"".repeat(2000)));
        extract(id, found("parties", parties), found("title", new FieldValue.Text("契約")));
        RecordId other = create("short.pdf");
        extract(other, found("title", new FieldValue.Text("契約")));
        assertThat(row(id).values).isNotNull();

        extract(id, found("parties", parties), found("title", new FieldValue.Text("契約")), found("borrowers", parties));

        assertThat(row(id).values).isNull();
        assertThat(listed(id)).containsOnlyKeys("title", "parties", "borrowers").isEqualTo(values(id));
        assertThat(listed(other)).isEqualTo(values(other));
    }

    @Test
    void recordsOfEarlierVersionsAreListedBeforeAndAfterTheirNextChange() {
        RecordId id = create("earlier.pdf");
        extract(id, found("title", new FieldValue.Text("旧")), found("start", day("2024-04-01")));
        transactions.run(entities -> Sql.update(entities, "update record set values_json = null"));
        assertThat(listed(id)).containsOnlyKeys("title", "start").isEqualTo(values(id));

        transactions.run(entities -> new PresentValues(entities, writer.lock(entities, id).orElseThrow())
                .empty("start", clerk.user().value(), Instant.now()));

        assertThat(row(id).values).isNotNull();
        assertThat(listed(id)).containsOnlyKeys("title").isEqualTo(values(id));
    }

    @Test
    void eachChangeHasItsHistoryItsOutboxRowAndTellsListeners() {
        RecordId id = create("told.pdf");
        extract(id, found("title", new FieldValue.Text("契約")));

        List<HistoryEntry> history = transactions.read(entities -> History.of(entities, id.value()));
        assertThat(history).extracting(HistoryEntry::action).containsExactly("record.extracted", "record.registered");
        assertThat(history.get(0).changes()).containsExactly(new Change("title", "", "契約"));
        List<String> outbox = transactions.read(entities ->
                Sql.query(entities, "select record_id from index_outbox", row -> row.getString(1)));
        assertThat(outbox).hasSize(2).containsOnly(id.toString());
        assertThat(told).containsExactly(id, id);
    }

    @Test
    void numbersAreUniqueAndWithoutGapsUnderTwentyThreads() throws Exception {
        var pool = Executors.newFixedThreadPool(20);
        try {
            var all = IntStream.range(0, 200)
                    .mapToObj(i -> pool.submit(() -> {
                        if (i % 10 == 9) {
                            return failing(i);
                        }
                        return create(i + ".pdf");
                    }))
                    .toList();
            for (var one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }

        List<Long> numbers = transactions.read(entities -> entities.createQuery(
                        "select r.number from RecordRow r order by r.number", Long.class)
                .getResultList());
        assertThat(numbers).containsExactlyElementsOf(LongStream.rangeClosed(1, 180).boxed().toList());
    }

    private RecordId failing(int i) {
        var id = RecordId.random();
        try {
            transactions.run(entities -> {
                writer.create(entities, new NewRecord(
                        id, clerk, Optional.of("loans"), i + ".pdf", "application/pdf", 3, "a".repeat(64), null));
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("rolled back");
        }
        return id;
    }

    @Test
    void pagesOfTextComeBackWithBoxesAndConfidence() {
        RecordId id = create("pages.pdf");
        var boxed = PageText.builder(1, 595, 842, TextSource.OCR)
                .append("契", new Box(0.1f, 0.1f, 0.2f, 0.2f), 0.5)
                .append("約", new Box(0.2f, 0.1f, 0.3f, 0.2f), 1)
                .newLine()
                .append("書", new Box(0.1f, 0.3f, 0.2f, 0.4f), 0.8)
                .build();
        var random = new java.util.Random(1);
        var large = PageText.builder(2, 0, 0, TextSource.CELL);
        for (int i = 0; i < 400_000; i++) {
            large.append(Character.toString(0x4e00 + random.nextInt(0x5000)), Box.NONE);
        }
        PageText plain = large.build();
        transactions.run(entities -> {
            PageTexts.put(entities, id.value(), plain);
            PageTexts.put(entities, id.value(), boxed);
        });

        List<PageText> pages = transactions.read(entities -> PageTexts.all(entities, id.value()));

        assertThat(pages).extracting(PageText::text).containsExactly(boxed.text(), plain.text());
        assertThat(pages.get(0).confidence(0)).isEqualTo(boxed.confidence(0));
        assertThat(pages.get(0).source()).isEqualTo(TextSource.OCR);
        assertThat(pages.get(0).box(3).bottom()).isCloseTo(0.4f, org.assertj.core.data.Offset.offset(1e-4f));
        assertThat(pages.get(1).boxes(0, 10)).isEmpty();
    }
}

package io.fumikura.core.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEntry;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.FieldValue;
import io.fumikura.document.RecordId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class DailyDerivationsTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private final LoanType type = new LoanType();
    private final LedgerCatalog catalog = new LedgerCatalog(List.of(type), List.of());
    private final List<RecordId> told = new ArrayList<>();
    private Transactions transactions;
    private RecordWriter writer;
    private Caller clerk;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        writer = new RecordWriter(transactions, catalog, new PluginCalls(), List.of((tenant, record) -> told.add(record)));
        clerk = Company.found(transactions, "甲社").hire("経理 花子", Permission.CLERK);
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private RecordId secured(String end) {
        var id = RecordId.random();
        transactions.run(entities -> {
            RecordRow record = writer.create(entities, new NewRecord(
                    id, clerk, Optional.of("loans"), "loan.pdf", "application/pdf", 3, "a".repeat(64), null));
            writer.extracted(entities, record, new Extraction(
                    Map.of(
                            "end", List.of(RecordWriterTest.found("end", new FieldValue.Day(LocalDate.parse(end)))),
                            "secured", List.of(RecordWriterTest.found("secured", new FieldValue.Flag(true)))),
                    List.of()));
        });
        return id;
    }

    private void dayBegins(String day) {
        type.pretended = LocalDate.parse(day);
        Clock clock = Clock.fixed(type.pretended.atStartOfDay(TOKYO).toInstant(), ZoneId.of("UTC"));
        new DailyDerivations(transactions, writer, catalog, clock).round();
    }

    private String renewed(RecordId id) {
        return transactions.read(entities -> new PresentValues(entities, entities.find(RecordRow.class, id.value())).text("renewed_end"));
    }

    private long revision(RecordId id) {
        return transactions.read(entities -> entities.find(RecordRow.class, id.value()).revision);
    }

    @Test
    void deadlinesRollForwardWhenAnEndPasses() {
        type.pretended = LocalDate.parse("2027-03-30");
        RecordId rolling = secured("2027-03-31");
        RecordId later = secured("2027-12-31");

        dayBegins("2027-03-31");
        assertThat(renewed(rolling)).isEmpty();
        dayBegins("2027-04-01");
        assertThat(renewed(rolling)).isEqualTo("2028-03-31");
        dayBegins("2028-03-31");
        assertThat(renewed(rolling)).isEqualTo("2028-03-31");
        dayBegins("2028-04-01");
        assertThat(renewed(rolling)).isEqualTo("2029-03-31");

        assertThat(renewed(later)).isEqualTo("2028-12-31");
        List<HistoryEntry> history = transactions.read(entities -> History.of(entities, rolling.value()));
        assertThat(history)
                .filteredOn(entry -> entry.action().equals("record.derived"))
                .extracting(entry -> entry.by().name() + " " + entry.changes())
                .containsExactly(
                        "Fumikura [Change[field=renewed_end, from=2028-03-31, to=2029-03-31]]",
                        "Fumikura [Change[field=renewed_end, from=, to=2028-03-31]]");
    }

    @Test
    void recordsWithoutAChangeAreLeftAlone() {
        type.pretended = LocalDate.parse("2027-03-30");
        RecordId id = secured("2027-03-31");
        dayBegins("2027-04-01");
        long revision = revision(id);
        told.clear();

        dayBegins("2027-04-01");
        dayBegins("2027-04-02");

        assertThat(revision(id)).isEqualTo(revision);
        assertThat(told).isEmpty();
    }
}

package io.fumikura.core.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEntry;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.RecordId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordViewsTest {

    @TempDir
    Path folder;

    private final RecordId record = RecordId.random();
    private Instant now = Instant.parse("2026-04-01T00:00:00Z");
    private Transactions transactions;
    private RecordViews views;
    private Caller hanako;
    private Caller taro;

    @BeforeEach
    void open() {
        transactions = TestDatabase.H2.create(folder).open();
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        views = new RecordViews(transactions, clock);
        Company company = Company.found(transactions, "甲社");
        hanako = company.hire("花子", Permission.VIEWER).at("192.0.2.7");
        taro = company.hire("太郎", Permission.VIEWER);
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    private List<HistoryEntry> entries() {
        return transactions.read(entities -> History.of(entities, record.value()));
    }

    @Test
    void viewsOfOnePersonWithinMinutesAreOne() {
        views.viewed(hanako, record);
        now = now.plus(Duration.ofMinutes(9));
        views.viewed(hanako, record);
        views.viewed(taro, record);
        views.viewed(hanako, RecordId.random());
        now = now.plus(Duration.ofMinutes(2));
        views.viewed(hanako, record);

        assertThat(entries()).extracting(entry -> entry.by().name()).containsExactly("花子", "太郎", "花子");
        assertThat(entries()).extracting(HistoryEntry::action).containsOnly("record.viewed");
        assertThat(entries().get(2).by().address()).isEqualTo("192.0.2.7");
    }

    @Test
    void everyDownloadIsWritten() {
        views.downloaded(hanako, record, "original");
        views.downloaded(hanako, record, "pdf");

        assertThat(entries()).extracting(entry -> entry.changes().get(0).to()).containsExactly("pdf", "original");
    }

    @Test
    void aViewThatCannotBeWrittenIsNotAllowedAndTriedAgain() {
        transactions.run(entities -> Sql.update(entities, "alter table history_entry rename to away"));
        assertThatThrownBy(() -> views.viewed(hanako, record)).isInstanceOf(RuntimeException.class);
        transactions.run(entities -> Sql.update(entities, "alter table away rename to history_entry"));

        views.viewed(hanako, record);

        assertThat(entries()).hasSize(1);
    }
}

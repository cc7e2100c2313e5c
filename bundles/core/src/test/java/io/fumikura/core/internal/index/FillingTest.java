package io.fumikura.core.internal.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fumikura.core.internal.health.IndexCheck;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.record.PageTexts;
import io.fumikura.document.RecordId;
import io.fumikura.health.spi.HealthCheck.Status;
import io.fumikura.search.spi.SearchException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class FillingTest extends FeederTest {

    private Backlog backlog;

    @BeforeEach
    void look() {
        backlog = new Backlog(transactions);
    }

    /** Records of which an index that is gone knew. */
    private List<RecordId> create(int count) {
        var ids = new ArrayList<RecordId>();
        transactions.run(entities -> {
            for (int i = 0; i < count; i++) {
                ids.add(create(entities, "書類" + i, "本文" + i));
            }
            Sql.update(entities, "delete from index_outbox");
        });
        return ids;
    }

    private void change(RecordId id, String text) {
        transactions.run(entities -> {
            PageTexts.put(entities, id.value(), page(text));
            writer.announce(entities, writer.lock(entities, id).orElseThrow());
        });
    }

    private void feed() throws SearchException {
        while (feeder.round()) {
            // There may be more.
        }
    }

    @Test
    void takesTheLatestRecordsFirstAndTellsHowFarItIs() throws SearchException {
        RecordId first = create(1).get(0);
        create(1_100);

        feeder.round();

        assertThat(index.records()).hasSize(1000).doesNotContainKey(first);
        assertThat(feeder.isFilling()).isTrue();
        var health = new IndexCheck(feeder).check();
        assertThat(health.status()).isEqualTo(Status.WARNING);
        assertThat(health.message()).contains("being rebuilt, 1000 of 1101 records");

        feed();

        assertThat(index.records()).hasSize(1101);
        assertThat(index.records().get(first).pages()).containsExactly("本文0");
        assertThat(feeder.isFilling()).isFalse();
        assertThat(new IndexCheck(feeder).check().status()).isEqualTo(Status.OK);
        assertThat(backlog.isEmpty()).isTrue();
    }

    @Test
    void theCallersOwnWriteDoesNotWaitForTheBacklog() throws SearchException {
        RecordId first = create(1).get(0);
        create(2_000);
        feeder.round();

        change(first, "新しい本文");
        feeder.round();

        assertThat(feeder.isFilling()).isTrue();
        assertThat(feeder.awaitVisible(clerk.tenant())).isTrue();
        assertThat(index.records().get(first).pages()).containsExactly("新しい本文");
        feed();
    }

    @Test
    void whatWasReadAheadDoesNotReplaceWhatWasWrittenSince() throws SearchException {
        RecordId first = create(1).get(0);
        create(1_000);
        backlog.enterAll();
        var records = new IndexedRecords(catalog);
        var filling = new Filling(transactions, records, false, bad -> {});
        filling.round(index);
        filling.awaitAhead();

        change(first, "新しい本文");
        List<Entry> changed = new Outbox(transactions).first(1);
        new IndexWriting(transactions, records).write(index, changed);
        filling.written(changed);
        filling.round(index);

        assertThat(index.records()).hasSize(1001);
        assertThat(index.records().get(first).pages()).containsExactly("新しい本文");
    }

    @Test
    void goesOnAfterARestartWhereTheIndexHadCommitted() throws SearchException {
        create(1_100);
        feeder.round();
        feeder.commit();
        index.taken = 0;

        feeder = new IndexFeeder(transactions, catalog, index);
        assertThat(feeder.isFilling()).isTrue();
        feed();

        assertThat(index.records()).hasSize(1_100);
        assertThat(index.taken).isEqualTo(100);
    }

    @Test
    void fillsAnIndexThatFailsInBetween() throws SearchException {
        create(1_100);
        feeder.round();
        index.broken = true;
        assertThat(catchThrowable(feeder::round)).isInstanceOf(SearchException.class);
        index.broken = false;
        feed();
        assertThat(index.records()).hasSize(1_100);
    }

    @Test
    void readsNoFurtherOnceTheTextsAreLarge() {
        List<RecordId> ids = create(120);
        var read = transactions.read(entities -> new IndexedRecords(catalog)
                .read(entities, ids.stream().map(RecordId::value).toList(), 1));
        assertThat(read.asked()).isBetween(1, 60);
        assertThat(read.records()).extracting(record -> record.id()).containsExactlyElementsOf(ids.subList(0, read.asked()));
    }
}

package io.fumikura.core.internal.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.document.RecordId;
import io.fumikura.search.spi.IndexValue;
import io.fumikura.search.spi.SearchException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class IndexFeederTest extends FeederTest {

    private Outbox outbox;

    @BeforeEach
    void look() {
        outbox = new Outbox(transactions);
    }

    private RecordId create(String name) {
        return transactions.required(entities -> create(entities, name, "本文 " + name));
    }

    @Test
    void takesRecordsWithValuesKeywordsAndText() throws SearchException {
        RecordId id = create("覚書.txt");
        feeder.round();

        var record = index.records().get(id);
        assertThat(record.tenant()).isEqualTo(clerk.tenant());
        assertThat(record.ledger()).isEqualTo("loans");
        assertThat(record.values()).containsEntry("number", List.of(IndexValues.number(1)))
                .containsEntry("input_state", List.of(new IndexValue.Code("WAITING")))
                .containsEntry("owner_name", List.of(new IndexValue.Text("花子")));
        assertThat(record.keywords()).contains("覚書.txt", "1");
        assertThat(record.pages()).containsExactly("本文 覚書.txt");
    }

    private static final String COLUMNS = "tenant_id, file_name, media_type, file_size, sha256, state, progress, memo, tags, owner_id, registered_by,"
            + " registered_at, completed_by_user, pages, previewable, recognised, warnings, revision, lock_version";

    /** Many records, without a place in the outbox. */
    private List<RecordId> many(int count) throws SearchException {
        RecordId first = create("一");
        TestFeeder.feed(feeder);
        feeder.commit();
        List<RecordId> ids = Stream.generate(RecordId::random).limit(count).toList();
        transactions.run(entities -> ids.forEach(id -> Sql.update(
                entities,
                "insert into record (id, " + COLUMNS + ") select ?, " + COLUMNS + " from record where id = ?",
                id.value(),
                first.value())));
        assertThat(outbox.size()).isZero();
        return ids;
    }

    @Test
    void theRecordsOfARenamedPersonComeInPortionsAlsoAfterARestart() throws SearchException {
        List<RecordId> ids = many(1000);

        transactions.run(entities -> {
            Renamed.owner(entities, clerk.user().value());
            entities.find(UserRow.class, clerk.user().value()).name = "良子";
        });
        assertThat(outbox.size()).isBetween(100L, 300L);
        feeder.round();
        feeder.round();
        feeder.commit();
        feeder = new IndexFeeder(transactions, catalog, index);
        TestFeeder.feed(feeder);

        assertThat(ids).allSatisfy(id -> assertThat(index.records().get(id).values())
                .containsEntry("owner_name", List.of(new IndexValue.Text("良子"))));
        assertThat(new Renamed(transactions).next()).isFalse();
    }

    @Test
    void whatChangesGoesBeforeTheRecordsOfARenamedPerson() throws SearchException {
        List<RecordId> ids = many(1000);
        transactions.run(entities -> Renamed.owner(entities, clerk.user().value()));

        RecordId fresh = create("新");
        feeder.round();
        feeder.round();
        feeder.round();

        assertThat(index.records()).containsKey(fresh);
        assertThat(ids).anySatisfy(id -> assertThat(index.records()).doesNotContainKey(id));
    }

    @Test
    void outboxRowsStayUntilTheIndexHasCommitted() throws SearchException {
        TestFeeder.feed(feeder);
        create("一");
        create("二");
        feeder.round();
        assertThat(index.records()).hasSize(2);
        assertThat(outbox.size()).isEqualTo(2);

        feeder.commit();
        assertThat(outbox.size()).isZero();
    }

    @Test
    void anIndexThatThrowsLosesNothing() throws SearchException {
        create("一");
        index.broken = true;
        assertThatThrownBy(feeder::round).isInstanceOf(SearchException.class);
        assertThatThrownBy(feeder::round).isInstanceOf(SearchException.class);
        assertThat(outbox.size()).isEqualTo(1);

        index.broken = false;
        feeder.round();
        assertThat(index.records()).hasSize(1);
    }

    @Test
    void oneRecordThatTheIndexRefusesDoesNotHoldUpTheOthers() throws SearchException {
        TestFeeder.feed(feeder);
        index.refused = "悪";
        create("一");
        create("悪");
        create("三");
        feeder.round();

        assertThat(index.records()).hasSize(2);
        feeder.commit();
        assertThat(outbox.size()).isEqualTo(1);
        assertThat(feeder.awaitVisible(clerk.tenant())).isTrue();
    }

    @Test
    void whatWasNotCommittedIsWrittenAgainToAnIndexThatComesBack() throws SearchException {
        create("一");
        TestFeeder.feed(feeder);
        create("二");
        feeder.round();
        index.crash();
        assertThat(index.records()).hasSize(1);

        var restarted = new IndexFeeder(transactions, catalog, index);
        restarted.round();

        assertThat(index.records()).hasSize(2);
    }

    @Test
    void anEmptyIndexIsFilledFromTheDatabase() throws SearchException {
        create("一");
        create("二");
        feeder.round();
        feeder.commit();

        var other = new MemoryIndex();
        feeder.use(other);
        feeder.round();

        assertThat(other.records()).hasSize(2);
    }

    @Test
    void waitsForTheCallersOwnLastWriteWhileTheThreadRuns() throws SearchException {
        feeder.start();
        for (int i = 0; i < 20; i++) {
            RecordId id = create("書類" + i);
            assertThat(feeder.awaitVisible(clerk.tenant())).isTrue();
            assertThat(index.records()).containsKey(id);
        }
    }

    @Test
    void nobodyWaitsForAnIndexThatIsAway() {
        create("一");
        feeder.use(null);
        assertThat(feeder.awaitVisible(clerk.tenant())).isFalse();
        assertThatThrownBy(feeder::fullness).hasMessageContaining("install a search plugin");
    }
}

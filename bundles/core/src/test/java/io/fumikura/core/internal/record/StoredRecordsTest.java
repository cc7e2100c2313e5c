package io.fumikura.core.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.access.RecordAccess;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.Derivation;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.InputState;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.RecordDetail;
import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.RecordDetail.Origin;
import io.fumikura.document.RecordId;
import io.fumikura.document.RecordSummary.Reason;
import io.fumikura.document.Records.Change;
import io.fumikura.document.Records.Edit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
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
class StoredRecordsTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private final FakeJobs jobs = new FakeJobs();
    private Transactions transactions;
    private RecordWriter writer;
    private StoredRecords records;
    private Secrets secrets;
    private Company company;
    private Caller hanako;
    private Caller taro;
    private RecordId id;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        var catalog = new LedgerCatalog(List.of(new LoanType()), List.of());
        writer = new RecordWriter(transactions, catalog, new PluginCalls(), List.of());
        secrets = new Secrets(folder.resolve("keys"));
        records = new StoredRecords(transactions, writer, catalog, jobs, secrets, new RecordViews(transactions));
        company = Company.found(transactions, "甲社");
        hanako = company.hire("経理 花子", Permission.CLERK);
        taro = company.hire("法務 太郎", Permission.CLERK);
        id = register(hanako);
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private RecordId register(Caller caller) {
        var fresh = RecordId.random();
        transactions.run(entities -> {
            var record = writer.create(
                    entities,
                    new NewRecord(fresh, caller, Optional.of("loans"), "契約.pdf", "application/pdf", 3, "a".repeat(64), null));
            record.kind = "loan";
        });
        extract(fresh, RecordWriterTest.found("title", text("読取")), RecordWriterTest.found("title", text("別案")));
        return fresh;
    }

    private void extract(RecordId record, Candidate... candidates) {
        var all = Arrays.stream(candidates).collect(Collectors.groupingBy(c -> c.candidate().field()));
        transactions.run(entities -> writer.extracted(
                entities, writer.lock(entities, record).orElseThrow(), new Extraction(all, List.of())));
    }

    private static FieldValue text(String text) {
        return new FieldValue.Text(text);
    }

    private static Edit values(Map<String, Optional<FieldValue>> values) {
        return new Edit(values, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Edit set(String field, FieldValue value) {
        return values(Map.of(field, Optional.of(value)));
    }

    private long version() {
        return records.get(hanako, id).summary().version();
    }

    private PlatformException refused(Runnable call) {
        return catchThrowableOfType(PlatformException.class, call::run);
    }

    @Test
    void theSlowerOfTwoEditorsIsToldWhatChangedAndByWhom() {
        long seen = version();
        records.edit(taro, id, seen, new Edit(
                Map.of("title", Optional.of(text("先"))), Optional.empty(), Optional.of("覚書"), Optional.empty(), Optional.empty(), Optional.empty()));

        PlatformException refused = refused(() -> records.edit(hanako, id, seen, set("title", text("後"))));

        assertThat(refused.category()).isEqualTo(Category.CHANGED);
        assertThat(refused.code()).isEqualTo("record.changed");
        assertThat(refused.details())
                .containsEntry("fields", List.of("memo", "title"))
                .containsEntry("by", "法務 太郎");
        assertThat(records.get(hanako, id).summary().values()).containsEntry("title", text("先"));
    }

    @Test
    void anEditIsAUsersValueWithItsHistory() {
        RecordDetail edited = records.edit(taro, id, version(), set("title", text("手入力")));

        assertThat(edited.present().get("title").origin()).isEqualTo(Origin.USER);
        assertThat(edited.present().get("title").by()).contains(taro.user());
        assertThat(edited.candidates().get("title")).extracting(c -> c.candidate().value())
                .containsExactlyInAnyOrder(text("読取"), text("別案"));
        Change last = records.history(hanako, id).get(0);
        assertThat(List.of(last.by(), last.action(), last.field(), last.from(), last.to()))
                .containsExactly("法務 太郎", "edited", "title", "読取", "手入力");
    }

    @Test
    void aChosenCandidateKeepsItsEvidence() {
        RecordDetail edited = records.edit(taro, id, version(), set("title", text("別案")));

        assertThat(edited.present().get("title").candidate().evidence()).isNotEmpty();
        assertThat(edited.candidates().get("title")).extracting(c -> c.candidate().value()).containsExactly(text("読取"));
    }

    @Test
    void readingAgainLeavesWhatUsersTypedOrEmptied() {
        extract(id, RecordWriterTest.found("title", text("読取")),
                RecordWriterTest.found("start", new FieldValue.Day(LocalDate.parse("2024-04-01"))),
                RecordWriterTest.found("term", new FieldValue.Duration(Period.ofYears(1))));
        assertThat(records.get(hanako, id).present().get("end").origin()).isEqualTo(Origin.DERIVED);
        records.edit(taro, id, version(), values(Map.of("title", Optional.of(text("手入力")), "end", Optional.empty())));

        extract(id, RecordWriterTest.found("title", text("二度目")),
                RecordWriterTest.found("start", new FieldValue.Day(LocalDate.parse("2024-04-01"))),
                RecordWriterTest.found("term", new FieldValue.Duration(Period.ofYears(1))),
                RecordWriterTest.found("end", new FieldValue.Day(LocalDate.parse("2029-01-01"))));

        var values = records.get(hanako, id).summary().values();
        assertThat(values).containsEntry("title", text("手入力")).doesNotContainKey("end");
    }

    @Test
    void editsThatMakeNoSenseAreRefusedNamingTheField() {
        long seen = version();
        assertThat(refused(() -> records.edit(taro, id, seen, set("nothing", text("x")))))
                .returns("field.unknown", PlatformException::code);
        assertThat(refused(() -> records.edit(taro, id, seen, set("start", text("x")))))
                .returns("field.invalid", PlatformException::code)
                .satisfies(e -> assertThat(e.details()).containsEntry("field", "start"));
        assertThat(refused(() -> records.edit(taro, id, seen, set("side", new FieldValue.Choice("both")))))
                .returns("field.invalid", PlatformException::code);
        Caller stranger = Company.found(transactions, "乙社").hire("他人", Permission.CLERK);
        assertThat(refused(() -> records.edit(taro, id, seen, new Edit(
                        Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(stranger.user()), Optional.empty()))))
                .returns("field.invalid", PlatformException::code)
                .satisfies(e -> assertThat(e.details()).containsEntry("field", "owner"));
        Caller gone = company.hire("元社員", Permission.CLERK);
        transactions.run(entities -> entities.find(UserRow.class, gone.user().value()).state = "DELETED");
        assertThat(refused(() -> records.edit(taro, id, seen, new Edit(
                        Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(gone.user()), Optional.empty()))))
                .as("somebody who was deleted")
                .returns("field.invalid", PlatformException::code);
        assertThat(version()).isEqualTo(seen);
    }

    @Test
    void aUserMayCompleteARecordInSpiteOfEmptyFieldsUntilTheNextEdit() {
        assertThat(records.get(hanako, id).summary().state()).isEqualTo(InputState.INCOMPLETE);

        RecordDetail completed = records.complete(hanako, id, version(), true);
        assertThat(completed.summary().state()).isEqualTo(InputState.COMPLETE);
        assertThat(completed.completedByUser()).isTrue();

        RecordDetail edited = records.edit(hanako, id, version(), set("title", text("改")));
        assertThat(edited.summary().state()).isEqualTo(InputState.INCOMPLETE);
    }

    @Test
    void anotherTenantSeesNothing() {
        Caller stranger = Company.found(transactions, "乙社").hire("他人", Permission.TENANT_ADMINISTRATOR);
        long seen = version();

        for (Runnable call : List.<Runnable>of(
                () -> records.get(stranger, id),
                () -> records.edit(stranger, id, seen, set("title", text("盗"))),
                () -> records.complete(stranger, id, seen, true),
                () -> records.retry(stranger, id),
                () -> records.unlock(stranger, id, "開けゴマ"),
                () -> records.history(stranger, id),
                () -> records.get(stranger, RecordId.random()))) {
            assertThat(refused(call)).returns("record.unknown", PlatformException::code);
        }
        assertThat(jobs.queued).isEmpty();
    }

    @Test
    void viewersSeeButDoNotChange() {
        Caller viewer = company.hire("閲覧 者", Permission.VIEWER);

        assertThat(records.get(viewer, id).summary().fileName()).isEqualTo("契約.pdf");
        assertThatThrownBy(() -> records.edit(viewer, id, version(), set("title", text("x"))))
                .isInstanceOfSatisfying(PlatformException.class, e -> assertThat(e.category()).isEqualTo(Category.FORBIDDEN));
        assertThat(refused(() -> records.retry(viewer, id))).returns("permission.missing", PlatformException::code);
    }

    @Test
    void retryQueuesTheReadingAgain() {
        RecordDetail waiting = records.retry(hanako, id);

        assertThat(waiting.summary().state()).isEqualTo(InputState.WAITING);
        assertThat(jobs.queued).containsExactly(id);
    }

    @Test
    void theRightPasswordUnlocksAProtectedRecordAndIsKeptEncrypted() {
        assertThat(refused(() -> records.unlock(hanako, id, "開けゴマ")))
                .returns("document.not-protected", PlatformException::code);
        transactions.run(entities -> writer.state(
                entities,
                writer.lock(entities, id).orElseThrow(),
                InputState.PROTECTED,
                0,
                new Reason("document.protected", "needs a password")));

        assertThat(refused(() -> records.unlock(hanako, id, "違う")))
                .returns("document.password-wrong", PlatformException::code);
        assertThat(records.unlock(hanako, id, "開けゴマ").summary().state()).isEqualTo(InputState.WAITING);

        assertThat(jobs.queued).containsExactly(id);
        String kept = transactions.read(entities -> RecordAccess.visible(entities, hanako, id).passwordEncrypted);
        assertThat(kept).doesNotContain("開けゴマ");
        assertThat(secrets.decrypt(kept, hanako.tenant().toString())).isEqualTo("開けゴマ");
    }

    private static Candidate workedOut(String field, String day, String... from) {
        FieldCandidate read = RecordWriterTest.found(field, day(day)).candidate();
        var rule = new LocalizedText("応当日", "anniversary");
        return new Candidate(
                new FieldCandidate(field, read.value(), 0.5, read.evidence(), Optional.of(new Derivation(rule, List.of(from)))),
                "rules 1.0.0");
    }

    private static FieldValue day(String day) {
        return new FieldValue.Day(LocalDate.parse(day));
    }

    @Test
    void whatAnExtractorWorkedOutIsDerivedAnewOnceAUserCorrectsItsSource() {
        FieldValue year = new FieldValue.Duration(Period.ofYears(1));
        extract(id, RecordWriterTest.found("start", day("2024-04-01")), RecordWriterTest.found("term", year),
                workedOut("end", "2025-04-01", "start", "term"));
        assertThat(records.get(hanako, id).present().get("end").origin()).isEqualTo(Origin.EXTRACTED);

        RecordDetail corrected = records.edit(hanako, id, version(), set("start", day("2024-05-01")));
        assertThat(corrected.present().get("end").origin()).isEqualTo(Origin.DERIVED);
        assertThat(corrected.present().get("end").candidate().value()).isEqualTo(day("2025-04-30"));
        assertThat(corrected.candidates().get("end")).extracting(c -> c.candidate().value()).containsExactly(day("2025-04-01"));

        RecordDetail emptied = records.edit(hanako, id, version(), values(Map.of("term", Optional.empty())));
        assertThat(emptied.present()).doesNotContainKey("end");
        assertThat(emptied.candidates().get("end")).hasSize(1);
    }

    @Test
    void whatAnExtractorWorkedOutStaysWhileOtherFieldsChange() {
        extract(id, RecordWriterTest.found("start", day("2024-04-01")), workedOut("end", "2025-04-01", "start"));

        RecordDetail edited = records.edit(hanako, id, version(), set("title", text("手入力")));

        assertThat(edited.present().get("end").origin()).isEqualTo(Origin.EXTRACTED);
        assertThat(edited.present().get("end").candidate().evidence()).isNotEmpty();
        assertThat(edited.present().get("end").candidate().derivation()).isPresent();
    }
}

package io.fumikura.core.internal.access;

import static io.fumikura.document.AccessLevel.EDIT;
import static io.fumikura.document.AccessLevel.NONE;
import static io.fumikura.document.AccessLevel.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.events.RecordEvents;
import io.fumikura.core.internal.index.IndexFeeder;
import io.fumikura.core.internal.index.MemoryIndex;
import io.fumikura.core.internal.index.TestFeeder;
import io.fumikura.core.internal.ledger.IndexedLedgers;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.GroupRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.pipeline.Platform;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.record.Company;
import io.fumikura.core.internal.record.FakeJobs;
import io.fumikura.core.internal.record.LoanType;
import io.fumikura.core.internal.record.NewRecord;
import io.fumikura.core.internal.record.RecordViews;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.core.internal.record.StoredRecords;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.AccessRights;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.AccessRights.Grantee;
import io.fumikura.document.DefaultRights.Rule;
import io.fumikura.document.DefaultRights.Run;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.InputState;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.Ledgers.Query;
import io.fumikura.document.RecordId;
import io.fumikura.document.Records.Change;
import io.fumikura.document.Records.Edit;
import io.fumikura.document.Warning;
import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.text.DocumentText;
import io.fumikura.people.GroupId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class RightsTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private Transactions transactions;
    private IndexFeeder feeder;
    private RecordEvents events;
    private RecordWriter writer;
    private StoredRecords records;
    private StoredRecordRights rights;
    private StoredDefaultRights defaults;
    private AppliedRights applied;
    private IndexedLedgers ledgers;
    private Company company;
    private GroupRow law;
    private Caller boss;
    private Caller hanako;
    private Caller taro;
    private Caller lawyer;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        var catalog = new LedgerCatalog(List.of(new LoanType()), List.of());
        var index = new MemoryIndex();
        feeder = TestFeeder.started(transactions, catalog, index);
        events = new RecordEvents(transactions);
        writer = new RecordWriter(transactions, catalog, new PluginCalls(), List.of(feeder, events));
        records = new StoredRecords(
                transactions, writer, catalog, new FakeJobs(), new Secrets(folder.resolve("keys")), new RecordViews(transactions));
        rights = new StoredRecordRights(transactions, writer);
        applied = new AppliedRights(transactions, writer);
        defaults = new StoredDefaultRights(transactions, catalog, applied);
        ledgers = new IndexedLedgers(transactions, catalog, feeder, index);
        company = Company.found(transactions, "甲社");
        law = company.group("法務部", null);
        boss = company.hire("社長", Permission.TENANT_ADMINISTRATOR);
        hanako = company.hire("花子", Permission.CLERK);
        taro = company.hire("太郎", Permission.CLERK);
        lawyer = company.hire(law, "法子", Permission.CLERK);
    }

    @AfterEach
    void close() throws InterruptedException {
        if (transactions != null) {
            applied.close();
            events.close();
            TestFeeder.stop(feeder);
            transactions.close();
        }
    }

    private RecordId register(Caller caller, Optional<String> ledger) {
        var id = RecordId.random();
        transactions.run(entities -> writer.create(
                entities, new NewRecord(id, caller, ledger, "契約.pdf", "application/pdf", 3, "a".repeat(64), null)));
        return id;
    }

    private RecordId register(Caller caller) {
        return register(caller, Optional.of("loans"));
    }

    private void change(RecordId id, AccessRights wanted) {
        rights.change(hanako, id, rights.get(hanako, id).record().version(), wanted);
    }

    private static AccessRights forUser(Caller user, AccessLevel level) {
        return new AccessRights(NONE, NONE, List.of(new Grant(Grantee.USER, user.user().value(), level)));
    }

    private static String refusal(Runnable call) {
        PlatformException refused = catchThrowableOfType(PlatformException.class, call::run);
        return refused == null ? "done" : refused.code();
    }

    private static Edit memo(String memo) {
        return new Edit(Map.of(), Optional.empty(), Optional.of(memo), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Edit group(Optional<GroupId> group) {
        return new Edit(Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(group));
    }

    private long listed(Caller caller) {
        return ledgers.list(
                        caller,
                        new Query("loans", Optional.empty(), false, false, List.of(), false, "number", false, Optional.empty(), 50))
                .total();
    }

    @Test
    void whatIsTakenAwayIsGoneFromEverywhereAtOnce() {
        RecordId id = register(hanako);
        assertThat(listed(taro)).isEqualTo(1);

        change(id, AccessRights.CLOSED);

        assertThat(refusal(() -> records.get(taro, id))).isEqualTo("record.unknown");
        assertThat(refusal(() -> records.history(taro, id))).isEqualTo("record.unknown");
        assertThat(refusal(() -> records.edit(taro, id, 1, memo("盗")))).isEqualTo("record.unknown");
        assertThat(refusal(() -> rights.get(taro, id))).isEqualTo("record.unknown");
        assertThat(refusal(() -> rights.change(taro, id, 1, AccessRights.OPEN))).isEqualTo("record.unknown");
        assertThat(listed(taro)).isZero();
        assertThat(listed(hanako)).isEqualTo(1);
        assertThat(listed(boss)).isEqualTo(1);
        assertThat(ledgers.overview(taro).recent()).isEmpty();
        assertThat(ledgers.overview(taro).counts()).containsEntry(InputState.WAITING, 0L);
        assertThat(ledgers.overview(boss).counts()).containsEntry(InputState.WAITING, 1L);
        assertThat(ledgers.overview(taro).working()).isEmpty();
    }

    @Test
    void whoMayOnlyViewIsToldSoWhenHeChangesSomething() {
        RecordId id = register(hanako);
        change(id, forUser(taro, VIEW));

        assertThat(records.get(taro, id).editable()).isFalse();
        long version = records.get(taro, id).summary().version();
        assertThat(refusal(() -> records.edit(taro, id, version, memo("x")))).isEqualTo("record.read-only");
        assertThat(refusal(() -> records.complete(taro, id, version, true))).isEqualTo("record.read-only");
        assertThat(refusal(() -> records.retry(taro, id))).isEqualTo("record.read-only");
        assertThat(refusal(() -> records.unlock(taro, id, "x"))).isEqualTo("record.read-only");
        assertThat(refusal(() -> rights.change(taro, id, version, AccessRights.OPEN))).isEqualTo("record.read-only");

        change(id, forUser(taro, EDIT));
        assertThat(records.get(taro, id).editable()).isTrue();
        assertThat(records.edit(taro, id, version + 1, memo("可")).memo()).isEqualTo("可");
    }

    @Test
    void anEditGivesNobodyMoreThanHisPermissionsDo() {
        RecordId id = register(hanako);
        Caller viewer = company.hire("閲覧", Permission.VIEWER);
        change(id, forUser(viewer, EDIT));

        assertThat(records.get(viewer, id).editable()).isFalse();
        assertThat(refusal(() -> records.edit(viewer, id, 2, memo("x")))).isEqualTo("permission.missing");
        Caller nobody = company.hire("権限なし");
        change(id, forUser(nobody, EDIT));
        assertThat(refusal(() -> records.get(nobody, id))).isEqualTo("permission.missing");
    }

    @Test
    void theHistoryTellsWhoMaySeeIt() {
        RecordId id = register(hanako);
        change(id, new AccessRights(VIEW, NONE, List.of(new Grant(Grantee.GROUP, law.id, EDIT))));

        assertThat(records.history(hanako, id))
                .filteredOn(change -> change.action().equals("access-changed"))
                .extracting(Change::field, Change::from, Change::to)
                .containsExactlyInAnyOrder(
                        tuple("access_everyone", "EDIT", "VIEW"),
                        tuple("access_grants", "", "法務部: EDIT"));
        assertThat(rights.get(hanako, id).names()).containsEntry(law.id, "法務部");
        assertThat(rights.get(hanako, id).byDefault()).isFalse();
    }

    @Test
    void theAnswerToAChangeShowsIt() {
        RecordId id = register(hanako);
        AccessRights wanted = forUser(taro, VIEW);
        assertThat(rights.change(hanako, id, 1, wanted).rights()).isEqualTo(wanted);
        assertThat(defaults.replace(boss, 0, List.of(rule("loans", null, wanted))).rules())
                .containsExactly(rule("loans", null, wanted));
    }

    @Test
    void theSameRightsAgainAreNoChange() {
        RecordId id = register(hanako);
        change(id, AccessRights.OPEN);
        assertThat(rights.get(hanako, id).record().version()).isEqualTo(1);
        assertThat(rights.get(hanako, id).byDefault()).isTrue();
    }

    @Test
    void rightsOfNobodyAreRefused() {
        RecordId id = register(hanako);
        Caller foreign = Company.found(transactions, "乙社").hire("他人", Permission.CLERK);
        Grant twice = new Grant(Grantee.GROUP, law.id, VIEW);
        for (AccessRights bad : List.of(
                forUser(taro, NONE),
                new AccessRights(NONE, NONE, List.of(twice, twice)))) {
            assertThat(refusal(() -> rights.change(hanako, id, 1, bad))).isEqualTo("access.invalid");
        }
        for (AccessRights bad : List.of(
                forUser(foreign, VIEW),
                new AccessRights(NONE, NONE, List.of(new Grant(Grantee.GROUP, UUID.randomUUID(), VIEW))),
                new AccessRights(NONE, NONE, List.of(new Grant(Grantee.USER, law.id, VIEW))))) {
            assertThat(refusal(() -> rights.change(hanako, id, 1, bad))).isEqualTo("access.grantee-unknown");
        }
        assertThat(refusal(() -> rights.change(hanako, id, 7, AccessRights.CLOSED))).isEqualTo("record.changed");
        assertThat(rights.get(hanako, id).rights()).isEqualTo(AccessRights.OPEN);
    }

    @Test
    void whoIsNotThereAnyMoreIsNamed() {
        RecordId id = register(hanako);
        Caller foreign = Company.found(transactions, "乙社").hire("他人", Permission.CLERK);
        transactions.run(entities -> entities.find(UserRow.class, taro.user().value()).state = "DELETED");
        var wanted = new AccessRights(
                NONE,
                NONE,
                List.of(
                        new Grant(Grantee.USER, taro.user().value(), VIEW),
                        new Grant(Grantee.USER, foreign.user().value(), VIEW),
                        new Grant(Grantee.GROUP, law.id, VIEW)));

        PlatformException refused =
                catchThrowableOfType(PlatformException.class, () -> rights.change(hanako, id, 1, wanted));

        assertThat(refused.code()).isEqualTo("access.grantee-unknown");
        assertThat(refused.details().get("names").toString())
                .contains("太郎", foreign.user().toString())
                .doesNotContain("他人", "法務部", law.id.toString());
        refused = catchThrowableOfType(
                PlatformException.class, () -> defaults.replace(boss, 0, List.of(rule("loans", null, wanted))));
        assertThat(refused.details().get("names").toString()).contains("太郎");
    }

    @Test
    void theOwningGroupIsChangedLikeAField() {
        RecordId id = register(hanako);
        assertThat(records.get(hanako, id).summary().group()).isEmpty();

        var detail = records.edit(hanako, id, 1, group(Optional.of(new GroupId(law.id))));

        assertThat(detail.summary().groupName()).isEqualTo("法務部");
        assertThat(refusal(() -> records.edit(hanako, id, 2, group(Optional.of(new GroupId(UUID.randomUUID()))))))
                .isEqualTo("field.invalid");
        change(id, new AccessRights(NONE, VIEW, List.of()));
        assertThat(records.get(lawyer, id).editable()).isFalse();
        assertThat(records.edit(hanako, id, 3, group(Optional.empty())).summary().group()).isEmpty();
        assertThat(refusal(() -> records.get(lawyer, id))).isEqualTo("record.unknown");
    }

    @Test
    void onlyThoseWhoSeeARecordAreToldOfIt() throws Exception {
        RecordId id = register(hanako);
        change(id, forUser(lawyer, VIEW));
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        Caller auditor = company.hire("監査", Permission.AUDITOR);
        for (Caller caller : List.of(taro, auditor, Company.found(transactions, "乙社").hire("他人", Permission.TENANT_ADMINISTRATOR), lawyer)) {
            events.subscribe(caller, record -> told.add(caller.name()));
        }
        Caller gone = company.hire("退職", Permission.TENANT_ADMINISTRATOR);
        events.subscribe(gone, record -> told.add(gone.name()));
        transactions.run(entities -> entities.find(UserRow.class, gone.user().value()).state = "LOCKED");
        events.subscribe(boss, record -> told.add("end"));

        transactions.run(entities -> writer.announce(entities, writer.lock(entities, id).orElseThrow()));

        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("法子");
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("end");
    }

    private static Rule rule(String ledger, GroupRow group, AccessRights rights) {
        return new Rule(
                Optional.of(ledger).filter(id -> !id.isEmpty()), Optional.ofNullable(group).map(row -> new GroupId(row.id)), rights);
    }

    @Test
    void newRecordsGetTheRightsOfTheRuleThatFitsThemBest() {
        AccessRights seen = new AccessRights(VIEW, EDIT, List.of());
        AccessRights granted = new AccessRights(NONE, NONE, List.of(new Grant(Grantee.USER, taro.user().value(), VIEW)));
        defaults.replace(boss, 0, List.of(rule("", null, AccessRights.CLOSED), rule("loans", null, seen)));
        assertThat(rights.get(hanako, register(hanako)).rights()).isEqualTo(seen);

        defaults.replace(boss, 1, List.of(rule("", law, granted), rule("loans", null, seen)));
        RecordId ofLaw = register(lawyer);
        assertThat(rights.get(lawyer, ofLaw).rights()).isEqualTo(granted);
        assertThat(rights.get(taro, ofLaw).editable()).isFalse();

        defaults.replace(boss, 2, List.of(rule("", law, granted), rule("loans", law, AccessRights.CLOSED)));
        assertThat(rights.get(lawyer, register(lawyer)).rights()).isEqualTo(AccessRights.CLOSED);
        assertThat(rights.get(hanako, register(hanako)).rights()).isEqualTo(AccessRights.OPEN);
        assertThat(rights.get(lawyer, ofLaw).rights()).isEqualTo(granted);
    }

    @Test
    void aRecordStaysClosedUntilItIsDecidedWhichRuleItFits() {
        defaults.replace(boss, 0, List.of(rule("loans", null, new AccessRights(VIEW, NONE, List.of()))));
        RecordId id = register(hanako, Optional.empty());
        RecordId changed = register(hanako, Optional.empty());
        change(changed, forUser(taro, EDIT));
        assertThat(refusal(() -> records.get(taro, id))).isEqualTo("record.unknown");

        for (RecordId one : List.of(id, changed)) {
            transactions.run(entities ->
                    writer.classified(entities, writer.lock(entities, one).orElseThrow(), "loans", "loan"));
        }

        assertThat(records.get(taro, id).editable()).isFalse();
        assertThat(rights.get(hanako, changed).rights()).isEqualTo(forUser(taro, EDIT));
    }

    @Test
    void rulesAreForAdministratorsAndChangedByOneAtATime() {
        assertThat(refusal(() -> defaults.get(hanako))).isEqualTo("permission.missing");
        assertThat(refusal(() -> defaults.replace(hanako, 0, List.of()))).isEqualTo("permission.missing");
        Rule rule = rule("loans", law, AccessRights.CLOSED);
        assertThat(defaults.replace(boss, 0, List.of(rule)).version()).isEqualTo(1);
        assertThat(refusal(() -> defaults.replace(boss, 0, List.of()))).isEqualTo("access.rules-changed");
        assertThat(refusal(() -> defaults.replace(boss, 1, List.of(rule, rule)))).isEqualTo("access.invalid");
        assertThat(refusal(() -> defaults.replace(boss, 1, List.of(rule("nothing", null, AccessRights.OPEN)))))
                .isEqualTo("access.invalid");
        Caller foreign = Company.found(transactions, "乙社").hire("他人", Permission.TENANT_ADMINISTRATOR);
        assertThat(refusal(() -> defaults.replace(foreign, 0, List.of(rule)))).isEqualTo("access.invalid");
        assertThat(defaults.get(foreign).rules()).isEmpty();
        assertThat(defaults.get(boss).rules()).containsExactly(rule);
        assertThat(defaults.get(boss).names()).containsEntry(law.id, "法務部");
    }

    /** A document type that takes its time: when it is asked, the company must not be locked. */
    private final class Asking implements DocumentType {

        @Override
        public List<FieldCandidate> derive(Map<String, FieldCandidate> fields, LocalDate today) {
            return List.of();
        }

        @Override
        public LedgerDescription ledger() {
            try {
                CompletableFuture.runAsync(() -> transactions.run(entities -> Sql.query(
                                entities, "select id from tenant where id = ? for update", row -> 1, company.id().value())))
                        .get(5, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new AssertionError("The company is locked while a plugin is asked.", e);
            }
            return new LoanType().ledger();
        }

        @Override
        public Optional<Classification> classify(DocumentText text, String fileName) {
            return Optional.empty();
        }

        @Override
        public List<Warning> check(Map<String, FieldValue> values) {
            return List.of();
        }
    }

    @Test
    void documentTypesAreAskedBeforeTheCompanyIsLocked() {
        var asking = new StoredDefaultRights(transactions, new LedgerCatalog(List.of(new Asking()), List.of()), applied);
        assertThat(asking.replace(boss, 0, List.of(rule("loans", null, AccessRights.CLOSED))).version()).isEqualTo(1);
    }

    @Test
    void manyRulesForManyAreSavedTogether() {
        var groups = IntStream.range(0, 60).mapToObj(i -> company.group("課" + i, law)).toList();
        List<Grant> grants = groups.stream().map(group -> new Grant(Grantee.GROUP, group.id, VIEW)).toList();
        List<Rule> rules = groups.stream().map(group -> rule("loans", group, new AccessRights(NONE, VIEW, grants))).toList();

        List<Rule> saved = defaults.replace(boss, 0, rules).rules();

        assertThat(saved).extracting(Rule::group).containsExactlyInAnyOrderElementsOf(rules.stream().map(Rule::group).toList());
        assertThat(saved).allSatisfy(rule -> assertThat(rule.rights().grants()).containsExactlyInAnyOrderElementsOf(grants));
    }

    private Run awaitApplied() {
        Platform.await(
                () -> defaults.application(boss).last().orElseThrow().finished().isPresent(), () -> defaults.application(boss).toString());
        return defaults.application(boss).last().orElseThrow();
    }

    @Test
    void rulesAreAppliedToRecordsWhoseRightsNobodyHasSet() {
        List<RecordId> many = IntStream.range(0, 230).mapToObj(i -> register(hanako)).toList();
        RecordId byHand = register(hanako);
        change(byHand, forUser(lawyer, VIEW));
        AccessRights wanted = new AccessRights(NONE, VIEW, List.of(new Grant(Grantee.USER, taro.user().value(), VIEW)));
        defaults.replace(boss, 0, List.of(rule("loans", null, wanted)));
        assertThat(defaults.application(boss).eligible()).isEqualTo(230);
        assertThat(rights.get(hanako, many.get(0)).rights()).isEqualTo(AccessRights.OPEN);

        assertThat(refusal(() -> defaults.apply(boss, 0))).isEqualTo("access.rules-changed");
        assertThat(refusal(() -> defaults.apply(hanako, 1))).isEqualTo("permission.missing");
        defaults.apply(boss, 1);
        Run run = awaitApplied();

        assertThat(run.total()).isEqualTo(230);
        assertThat(run.lookedAt()).isEqualTo(230);
        assertThat(run.changed()).isEqualTo(230);
        assertThat(run.stopped()).isFalse();
        assertThat(many).allSatisfy(id -> assertThat(rights.get(hanako, id).rights()).isEqualTo(wanted));
        assertThat(rights.get(hanako, many.get(0)).byDefault()).isTrue();
        assertThat(rights.get(hanako, byHand).rights()).isEqualTo(forUser(lawyer, VIEW));
        assertThat(records.history(hanako, many.get(0)))
                .filteredOn(change -> change.action().equals("access-by-rules"))
                .extracting(Change::by, Change::field, Change::from, Change::to)
                .contains(tuple("社長", "access_everyone", "EDIT", "NONE"));
        assertThat(refusal(() -> records.get(lawyer, many.get(0)))).isEqualTo("record.unknown");

        defaults.apply(boss, 1);
        assertThat(awaitApplied().changed()).as("nothing is written twice").isZero();
    }

    /** As it stands after a crash in the middle. */
    private void begin(Caller caller, long version) {
        transactions.run(entities -> Sql.update(
                entities,
                "insert into access_application (tenant_id, rules_version, by_user, by_name, address, started, finished, stopped, total, looked_at,"
                        + " changed, done) values (?, ?, ?, ?, '', ?, null, false, 1, 0, 0, ?)",
                company.id().value(),
                version,
                caller.user().value(),
                caller.name(),
                Instant.now(),
                new UUID(0, 0)));
    }

    @Test
    void applyingGoesOnAfterARestart() {
        RecordId id = register(hanako);
        defaults.replace(boss, 0, List.of(rule("loans", null, AccessRights.CLOSED)));
        begin(boss, 1);
        assertThat(refusal(() -> defaults.apply(boss, 1))).isEqualTo("access.applying");

        new AppliedRights(transactions, writer).round();

        assertThat(rights.get(hanako, id).rights()).isEqualTo(AccessRights.CLOSED);
        assertThat(defaults.application(boss).last().orElseThrow().finished()).isPresent();
    }

    @Test
    void applyingEndsWhenTheRulesChangeOrWhoBeganItMayNotAnyMore() {
        RecordId id = register(hanako);
        Caller second = company.hire("副社長", Permission.TENANT_ADMINISTRATOR);
        defaults.replace(boss, 0, List.of(rule("loans", null, AccessRights.CLOSED)));
        begin(second, 1);
        transactions.run(entities -> entities.find(UserRow.class, second.user().value()).permissions = List.of("CLERK"));
        applied.round();
        assertThat(defaults.application(boss).last().orElseThrow().stopped()).isTrue();

        transactions.run(entities -> Sql.update(entities, "delete from access_application"));
        begin(boss, 1);
        defaults.replace(boss, 1, List.of());
        applied.round();
        assertThat(defaults.application(boss).last().orElseThrow().stopped()).isTrue();
        assertThat(rights.get(hanako, id).rights()).isEqualTo(AccessRights.OPEN);
    }
}

package io.fumikura.core.internal.people;

import static io.fumikura.core.internal.people.Office.atOnce;
import static io.fumikura.core.internal.people.Office.form;
import static io.fumikura.core.internal.people.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Company;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.RecordId;
import io.fumikura.people.Group;
import io.fumikura.people.GroupId;
import io.fumikura.people.UserAccount;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class GroupTreeTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private Transactions transactions;
    private Office office;
    private GroupTree groups;
    private Group root;
    private Group sales;
    private Group east;
    private Group law;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        office = new Office(transactions, folder);
        groups = office.groups;
        root = office.group("本社");
        sales = office.group(root, "営業部");
        east = office.group(sales, "東日本営業所");
        law = office.group(root, "法務部");
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private List<String> names(String part) {
        return groups.list(office.boss, part).stream().map(group -> String.join("/", group.path())).toList();
    }

    @Test
    void showsTheTreeAndFindsPartsOfNamesInAnyWriting() {
        office.group(root, "Ｓales ガード");
        assertThat(names("")).startsWith("本社").containsSubsequence("本社/営業部", "本社/営業部/東日本営業所");
        assertThat(names("営業")).containsExactly("本社/営業部", "本社/営業部/東日本営業所");
        assertThat(names("sales がーど")).containsExactly("本社/Ｓales ガード");
        assertThat(names("経理")).isEmpty();
    }

    @Test
    void siblingsHaveDifferentNamesInAnyWritingAndOthersMayBeCalledTheSame() {
        assertThat(refusal(() -> office.group(root, " 営業部 "))).isEqualTo("group.name-taken");
        office.group("Ｓales");
        assertThat(refusal(() -> office.group("sales"))).isEqualTo("group.name-taken");
        assertThat(refusal(() -> groups.rename(office.boss, law.id(), law.version(), "営業部"))).isEqualTo("group.name-taken");
        assertThat(office.group(law, "営業部").path()).containsExactly("本社", "法務部", "営業部");
        assertThat(groups.rename(office.boss, law.id(), law.version(), "法務部 ").name()).isEqualTo("法務部");
    }

    @Test
    void refusesBadNamesUnknownGroupsAndOldVersions() {
        assertThat(refusal(() -> office.group("  "))).isEqualTo("group.name");
        assertThat(refusal(() -> office.group("東/西"))).isEqualTo("group.name");
        assertThat(refusal(() -> office.group("長".repeat(101)))).isEqualTo("group.name");
        assertThat(refusal(() -> groups.create(office.boss, Optional.of(new GroupId(UUID.randomUUID())), "新")))
                .isEqualTo("group.unknown");
        groups.rename(office.boss, law.id(), law.version(), "法務課");
        assertThat(refusal(() -> groups.rename(office.boss, law.id(), law.version(), "法務室"))).isEqualTo("group.changed");
    }

    @Test
    void movesAGroupWithAllBelowIt() {
        Group moved = groups.move(office.boss, sales.id(), sales.version(), Optional.of(law.id()));
        assertThat(moved.path()).containsExactly("本社", "法務部", "営業部");
        assertThat(office.groupNow(east.id()).path()).containsExactly("本社", "法務部", "営業部", "東日本営業所");
        transactions.run(entities -> assertThat(Membership.path(entities, office.company.id().value(), east.id().value()))
                .contains("/" + root.id() + "/" + law.id() + "/" + sales.id() + "/" + east.id() + "/"));
        assertThat(groups.move(office.boss, east.id(), east.version(), Optional.empty()).path()).containsExactly("東日本営業所");
    }

    @Test
    void refusesCirclesAlsoWhenTwoMovesWouldMakeOneTogether() throws Exception {
        assertThat(refusal(() -> groups.move(office.boss, sales.id(), sales.version(), Optional.of(sales.id()))))
                .isEqualTo("group.circular");
        assertThat(refusal(() -> groups.move(office.boss, sales.id(), sales.version(), Optional.of(east.id()))))
                .isEqualTo("group.circular");

        List<String> answers = atOnce(
                () -> groups.move(office.boss, sales.id(), sales.version(), Optional.of(law.id())),
                () -> groups.move(office.boss, law.id(), law.version(), Optional.of(sales.id())));

        assertThat(answers).containsExactlyInAnyOrder("done", "group.circular");
        assertThat(names("")).hasSize(4);
    }

    @Test
    void twoGroupsMadeAtOnceDoNotGetTheSameName() throws Exception {
        assertThat(atOnce(() -> office.group("経理部"), () -> office.group("経理部")))
                .containsExactlyInAnyOrder("done", "group.name-taken");
    }

    @Test
    void treesAreTenLevelsDeepAtMost() {
        Group lowest = root;
        for (int depth = 2; depth <= 10; depth++) {
            lowest = office.group(lowest, "階層" + depth);
        }
        Group tenth = lowest;
        assertThat(refusal(() -> office.group(tenth, "階層11"))).isEqualTo("group.depth");
        assertThat(refusal(() -> groups.move(office.boss, sales.id(), sales.version(), Optional.of(tenth.id())))).isEqualTo("group.depth");
    }

    @Test
    void onlyEmptyGroupsGoWithoutAnHeir() {
        UserAccount taro = office.register("太郎", List.of(sales), Permission.VIEWER);
        UserAccount both = office.register("次郎", List.of(sales, law), Permission.VIEWER);
        assertThat(refusal(() -> groups.delete(office.boss, sales.id(), Optional.empty()))).isEqualTo("group.not-empty");
        assertThat(refusal(() -> groups.delete(office.boss, sales.id(), Optional.of(east.id())))).isEqualTo("group.circular");

        groups.delete(office.boss, sales.id(), Optional.of(law.id()));

        assertThat(names("")).containsExactlyInAnyOrder("本社", "本社/法務部", "本社/法務部/東日本営業所");
        assertThat(office.now(taro.id()).groups()).extracting(place -> place.group()).containsExactly(law.id());
        assertThat(office.now(both.id()).groups()).extracting(place -> place.group()).containsExactly(law.id());
        assertThat(office.groupNow(law.id()).members()).isEqualTo(2);
        groups.delete(office.boss, east.id(), Optional.empty());
        assertThat(office.history("group.deleted")).hasSize(2);
    }

    @Test
    void recordsAndWhatIsGrantedOnThemGoToTheHeirOfTheirGroup() {
        UserAccount taro = office.register("太郎", List.of(sales), Permission.CLERK);
        RecordId owned = office.record(office.as(taro));
        RecordId granted = office.record(office.boss);
        RecordId both = office.record(office.boss);
        office.grant(granted, sales.id().value(), AccessLevel.VIEW);
        office.grant(both, sales.id().value(), AccessLevel.VIEW);
        office.grant(both, law.id().value(), AccessLevel.EDIT);
        office.states.delete(office.boss, taro.id(), Optional.of(office.boss.user()));
        assertThat(refusal(() -> groups.delete(office.boss, east.id(), Optional.empty()))).isEqualTo("done");
        assertThat(refusal(() -> groups.delete(office.boss, sales.id(), Optional.empty()))).isEqualTo("group.not-empty");

        groups.delete(office.boss, sales.id(), Optional.of(law.id()));

        assertThat(office.row(owned).group).isEqualTo(law.id().value());
        assertThat(office.granted(granted)).containsExactly(law.id().value());
        assertThat(office.granted(both)).containsExactly(law.id().value());
        assertThat(office.history("record.access-changed")).hasSize(2);
        List<UUID> indexed = transactions.read(entities ->
                Sql.query(entities, "select record_id from index_outbox", row -> row.getObject(1, UUID.class)));
        assertThat(indexed).contains(owned.value(), granted.value(), both.value());
    }

    @Test
    void aGroupOnWhichNothingButGrantsHangsGoesWithThem() {
        RecordId granted = office.record(office.boss);
        office.grant(granted, law.id().value(), AccessLevel.VIEW);
        groups.delete(office.boss, law.id(), Optional.empty());
        assertThat(office.granted(granted)).isEmpty();
    }

    /** Runs an action in a thread of its own while the present transaction is open; waits a little, in case the action need not wait. */
    private static CompletableFuture<String> meanwhile(ThrowingCallable action) {
        var begun = new CountDownLatch(1);
        var answer = CompletableFuture.supplyAsync(() -> {
            begun.countDown();
            return refusal(action);
        });
        try {
            begun.await();
            answer.get(300, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException waits) {
            // The answer is looked at later.
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return answer;
    }

    @Test
    void aRecordThatIsJustBeingRegisteredGoesToTheHeirToo() throws Exception {
        Caller clerk = office.as(office.register("太郎", List.of(sales), Permission.CLERK));
        var record = new AtomicReference<RecordId>();

        CompletableFuture<String> deletion = transactions.required(entities -> {
            record.set(office.record(clerk));
            return meanwhile(() -> groups.delete(office.boss, sales.id(), Optional.of(law.id())));
        });

        assertThat(deletion.get(30, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(office.row(record.get()).group).isEqualTo(law.id().value());
    }

    @Test
    void aRecordThatComesWhileItsGroupGoesIsRegisteredForTheHeir() throws Exception {
        Caller clerk = office.as(office.register("太郎", List.of(sales), Permission.CLERK));
        var record = new AtomicReference<RecordId>();

        CompletableFuture<String> upload = transactions.required(entities -> {
            groups.delete(office.boss, sales.id(), Optional.of(law.id()));
            return meanwhile(() -> record.set(office.record(clerk)));
        });

        assertThat(upload.get(30, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(office.row(record.get()).group).isEqualTo(law.id().value());
    }

    @Test
    void withoutAnHeirAGroupStaysForTheRecordThatIsJustComing() throws Exception {
        Caller clerk = office.as(office.register("太郎", List.of(law), Permission.CLERK));
        CompletableFuture<String> deletion = transactions.required(entities -> {
            RecordRow record = office.records.lock(entities, office.record(clerk)).orElseThrow();
            Holds.groups(entities, record.tenant, List.of(east.id().value()));
            record.group = east.id().value();
            entities.flush();
            return meanwhile(() -> groups.delete(office.boss, east.id(), Optional.empty()));
        });

        assertThat(deletion.get(30, TimeUnit.SECONDS)).isEqualTo("group.not-empty");
        assertThat(names("東日本")).hasSize(1);
    }

    @Test
    void aGrantThatIsJustBeingGivenGoesToTheHeirToo() throws Exception {
        RecordId record = office.record(office.boss);

        CompletableFuture<String> deletion = transactions.required(entities -> {
            Holds.groups(entities, office.company.id().value(), List.of(sales.id().value()));
            office.grant(record, sales.id().value(), AccessLevel.VIEW);
            return meanwhile(() -> groups.delete(office.boss, sales.id(), Optional.of(law.id())));
        });

        assertThat(deletion.get(30, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(office.granted(record)).containsExactly(law.id().value());
    }

    @Test
    void deletingAndUploadingAtTheSameTimeLosesNothing() throws Exception {
        Caller clerk = office.as(office.register("太郎", List.of(sales), Permission.CLERK));
        var records = new ConcurrentLinkedQueue<RecordId>();
        ThrowingCallable uploads = () -> {
            for (int i = 0; i < 20; i++) {
                records.add(office.record(clerk));
            }
        };

        assertThat(atOnce(uploads, uploads, uploads, () -> groups.delete(office.boss, sales.id(), Optional.of(law.id()))))
                .containsOnly("done");

        assertThat(records).hasSize(60).allSatisfy(id -> assertThat(office.row(id).group).isEqualTo(law.id().value()));
    }

    @Test
    void aDeletedUserHoldsNoGroup() {
        UserAccount taro = office.register("太郎", List.of(east), Permission.VIEWER);
        office.states.delete(office.boss, taro.id(), Optional.empty());
        assertThat(office.groupNow(east.id()).members()).isZero();
        groups.delete(office.boss, east.id(), Optional.empty());
        assertThat(names("東日本")).isEmpty();
    }

    @Test
    void aGroupAdministratorStaysInsideOfHisGroups() {
        Caller chief = office.as(office.register("課長", List.of(sales), Permission.GROUP_ADMINISTRATOR));
        assertThat(groups.list(chief, "").stream().filter(Group::managed).map(Group::name)).containsExactly("営業部", "東日本営業所");

        Group west = groups.create(chief, Optional.of(sales.id()), "西日本営業所");
        groups.move(chief, west.id(), west.version(), Optional.of(east.id()));
        assertThat(refusal(() -> groups.create(chief, Optional.empty(), "新"))).isEqualTo("permission.missing");
        assertThat(refusal(() -> groups.create(chief, Optional.of(law.id()), "新"))).isEqualTo("permission.missing");
        assertThat(refusal(() -> groups.rename(chief, law.id(), law.version(), "新"))).isEqualTo("permission.missing");
        assertThat(refusal(() -> groups.move(chief, east.id(), east.version(), Optional.of(law.id())))).isEqualTo("permission.missing");
        assertThat(refusal(() -> groups.move(chief, sales.id(), sales.version(), Optional.of(law.id())))).isEqualTo("permission.missing");
        assertThat(refusal(() -> groups.delete(chief, sales.id(), Optional.of(east.id())))).isEqualTo("permission.missing");
        assertThat(refusal(() -> groups.delete(chief, east.id(), Optional.of(law.id())))).isEqualTo("permission.missing");
    }

    @Test
    void othersSeeTheTreeButChangeNothingAndOtherCompaniesSeeNothing() {
        Caller clerk = office.as(office.register("太郎", List.of(sales), Permission.CLERK));
        assertThat(groups.list(clerk, "")).hasSize(4).noneMatch(Group::managed);
        assertThat(refusal(() -> groups.create(clerk, Optional.of(sales.id()), "新"))).isEqualTo("permission.missing");

        Caller stranger = Company.found(transactions, "乙社").hire("社長", Permission.TENANT_ADMINISTRATOR);
        assertThat(groups.list(stranger, "")).isEmpty();
        assertThat(refusal(() -> groups.rename(stranger, law.id(), law.version(), "新"))).isEqualTo("group.unknown");
        assertThat(refusal(() -> groups.move(stranger, law.id(), law.version(), Optional.empty()))).isEqualTo("group.unknown");
        assertThat(refusal(() -> groups.create(stranger, Optional.of(law.id()), "新"))).isEqualTo("group.unknown");
        assertThat(refusal(() -> groups.delete(stranger, law.id(), Optional.empty()))).isEqualTo("group.unknown");
        assertThat(refusal(() -> office.users.create(stranger, Optional.empty(), form("侵入", "x@example.com", List.of(law)))))
                .isEqualTo("group.unknown");
    }
}

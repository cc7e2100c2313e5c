package io.fumikura.core.internal.people;

import static io.fumikura.core.internal.people.Office.atOnce;
import static io.fumikura.core.internal.people.Office.form;
import static io.fumikura.core.internal.people.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEntry;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Company;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.RecordId;
import io.fumikura.people.Group;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserForm;
import io.fumikura.people.UserQuery;
import io.fumikura.people.UserState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class StoredUsersTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private Transactions transactions;
    private Office office;
    private Caller boss;
    private Group sales;
    private Group law;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        office = new Office(transactions, folder);
        boss = office.boss;
        Group root = office.group("本社");
        sales = office.group(root, "営業部");
        law = office.group(root, "法務部");
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private String creating(Caller by, String login, String mail, List<Group> groups, Permission... permissions) {
        return refusal(() -> office.users.create(by, Optional.of(login), form("新人", mail, groups, permissions)));
    }

    private List<String> column(String sql, Object... values) {
        return transactions.read(entities -> Sql.query(entities, sql, row -> row.getString(1), values));
    }

    private List<String> found(Caller by, UserQuery query) {
        return office.users.list(by, query).users().stream().map(UserAccount::name).toList();
    }

    private static UserQuery text(String text) {
        return new UserQuery(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 50);
    }

    @Test
    void registrationSendsUserIdAndInitialPasswordInTwoMails() {
        UserAccount taro = office.users.create(
                boss,
                Optional.empty(),
                new UserForm(
                        " 髙橋 太郎 ",
                        "taro@例え.jp",
                        List.of("taro2@example.com", "TARO2@example.com", " ", "taro@xn--r8jz45g.jp"),
                        List.of(law.id(), sales.id()),
                        Set.of(Permission.CLERK, Permission.VIEWER),
                        Locale.ENGLISH));

        assertThat(taro.loginId()).isEqualTo("A1533601");
        assertThat(taro.name()).isEqualTo("髙橋 太郎");
        assertThat(taro.state()).isEqualTo(UserState.INVITED);
        assertThat(taro.initialExpires()).isPresent();
        assertThat(taro.subMails()).containsExactly("taro2@example.com");
        assertThat(taro.groups()).extracting(place -> String.join("/", place.path())).containsExactly("本社/法務部", "本社/営業部");
        assertThat(office.now(taro.id())).isEqualTo(taro);
        assertThat(column("select template || ' ' || mail_language || ' ' || recipient from mail order by template"))
                .containsExactly("initial-password en taro@例え.jp", "user-registered en taro@例え.jp");
        assertThat(column("select template from mail where secret")).containsExactly("initial-password");
        UserRow row = transactions.read(entities -> entities.find(UserRow.class, taro.id().value()));
        assertThat(row.mustChangePassword).isTrue();
        assertThat(office.history("user.created")).hasSize(1);
    }

    @Test
    void userIdsFollowThePatternAndAreNeverGivenTwice() {
        assertThat(office.users.next(boss).loginId()).isEqualTo("A1533601");
        assertThat(creating(boss, "A1533607", "a@example.com", List.of())).isEqualTo("done");
        assertThat(creating(boss, "a15336０7", "b@example.com", List.of())).isEqualTo("user.login-taken");
        UserAccount next = office.register("次郎", List.of());
        assertThat(next.loginId()).isEqualTo("A1533608");
        office.states.delete(boss, next.id(), Optional.empty());
        assertThat(creating(boss, "A1533608", "b@example.com", List.of())).isEqualTo("user.login-taken");
        assertThat(office.users.next(boss).loginId()).isEqualTo("A1533609");
        for (String bad : List.of("B1533610", "A15336", "A153361", "A15336xx", "A15336-10")) {
            assertThat(creating(boss, bad, "b@example.com", List.of())).as(bad).isEqualTo("user.login-id");
        }
        assertThat(creating(boss, "A1533699", "b@example.com", List.of())).isEqualTo("done");
        assertThat(office.users.next(boss).loginId()).isEqualTo("A15336100");
    }

    @Test
    void twoUsersRegisteredAtOnceGetDifferentIdsAndNeverTheSameMail() throws Exception {
        assertThat(atOnce(() -> office.register("一", List.of()), () -> office.register("二", List.of()), () -> office.register("三", List.of())))
                .containsOnly("done");
        assertThat(column("select login_id from app_user where login_id like 'A15336%' order by login_id"))
                .containsExactly("A1533601", "A1533602", "A1533603");
        assertThat(atOnce(
                        () -> office.users.create(boss, Optional.of("A1533650"), form("四", "four@example.com", List.of())),
                        () -> office.users.create(boss, Optional.of("A1533650"), form("五", "five@example.com", List.of()))))
                .containsExactlyInAnyOrder("done", "user.login-taken");
        Caller other = Company.found(transactions, "乙社").hire("社長", Permission.TENANT_ADMINISTRATOR);
        assertThat(atOnce(
                        () -> office.users.create(boss, Optional.empty(), form("六", "six@example.com", List.of())),
                        () -> office.users.create(other, Optional.empty(), form("六", "SIX@example.com", List.of()))))
                .containsExactlyInAnyOrder("done", "mail.taken");
    }

    @Test
    void refusesWrongMailAddressesAndNames() {
        for (String bad : List.of("", "taro", "taro@", "@example.com", "taro@example..com", "太郎 <taro@example.com>", "a@b\r\nBcc: x@y.z")) {
            assertThat(creating(boss, "", bad, List.of())).as(bad).isEqualTo("mail.address");
        }
        assertThat(creating(boss, "", "taro@例え.jp", List.of())).isEqualTo("done");
        assertThat(creating(boss, "", "TARO@xn--r8jz45g.jp", List.of())).isEqualTo("mail.taken");
        assertThat(refusal(() -> office.users.create(boss, Optional.empty(), form(" ", "c@example.com", List.of())))).isEqualTo("user.name");
        for (String bad : List.of("\u200B", "\u2028", "太郎\u2028管理者", "太郎\u202Eexe", "\u2066太郎", "太郎\n様", "\u0378")) {
            assertThat(refusal(() -> office.users.create(boss, Optional.empty(), form(bad, "c@example.com", List.of())))).as(bad).isEqualTo("user.name");
        }
        assertThat(refusal(() -> office.users.create(boss, Optional.empty(), form("葛\uDB40\uDD00城 𠮷", "c@example.com", List.of())))).isEqualTo("done");
    }

    @Test
    void changesAreOneEntryOfTheHistoryAndOldVersionsAreRefused() {
        UserAccount taro = office.register("太郎", List.of(sales), Permission.VIEWER);
        UserForm wanted = form("太郎丸", "maru@example.com", List.of(law), Permission.CLERK);

        UserAccount changed = office.users.change(boss, taro.id(), taro.version(), wanted);

        assertThat(changed.version()).isEqualTo(taro.version() + 1);
        assertThat(changed.mail()).isEqualTo("maru@example.com");
        assertThat(changed.permissions()).containsExactly(Permission.CLERK);
        assertThat(office.history("user.changed")).hasSize(1);
        assertThat(refusal(() -> office.users.change(boss, taro.id(), taro.version(), wanted))).isEqualTo("user.changed");
        assertThat(office.users.change(boss, taro.id(), changed.version(), wanted).version()).isEqualTo(changed.version());
        assertThat(office.history("user.changed")).hasSize(1);
    }

    @Test
    void findsUsersByPartsOfTheirNameStatePermissionAndGroup() {
        UserAccount taro = office.register("ヤマダ　Ｔaro", List.of(sales), Permission.CLERK);
        office.register("花子", List.of(law), Permission.VIEWER, Permission.GROUP_ADMINISTRATOR);
        office.states.lock(boss, taro.id());

        assertThat(found(boss, text("やまだtaro"))).containsExactly("ヤマダ　Ｔaro");
        assertThat(found(boss, text("a1533602"))).containsExactly("花子");
        assertThat(found(boss, text("%"))).isEmpty();
        assertThat(found(boss, new UserQuery("", Optional.of(UserState.LOCKED), Optional.empty(), Optional.empty(), Optional.empty(), 50)))
                .containsExactly("ヤマダ　Ｔaro");
        assertThat(found(boss, new UserQuery("", Optional.empty(), Optional.of(Permission.TENANT_ADMINISTRATOR), Optional.empty(), Optional.empty(), 50)))
                .containsExactly("社長");
        assertThat(found(boss, new UserQuery("", Optional.empty(), Optional.empty(), Optional.of(law.id()), Optional.empty(), 50)))
                .containsExactly("花子");
        var first = office.users.list(boss, new UserQuery("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 2));
        assertThat(first.total()).isEqualTo(3);
        assertThat(found(boss, new UserQuery("", Optional.empty(), Optional.empty(), Optional.empty(), first.next(), 2))).containsExactly("社長");
    }

    @Test
    void aGroupAdministratorReachesNobodyOutside() {
        UserAccount inside = office.register("内", List.of(sales), Permission.CLERK);
        UserAccount outside = office.register("外", List.of(law), Permission.CLERK);
        UserAccount both = office.register("両", List.of(sales, law), Permission.CLERK);
        UserAccount auditor = office.register("監査", List.of(sales), Permission.AUDITOR);
        Caller chief = office.as(office.register("課長", List.of(sales), Permission.GROUP_ADMINISTRATOR));

        assertThat(found(chief, UserQuery.ALL)).containsExactlyInAnyOrder("内", "両", "監査", "課長");
        UserForm form = form("内野", "uchi@example.com", List.of(sales), Permission.CLERK, Permission.SIGNER);
        UserAccount changed = office.users.change(chief, inside.id(), inside.version(), form);
        assertThat(changed.name()).isEqualTo("内野");
        assertThat(refusal(() -> office.users.show(chief, outside.id()))).isEqualTo("user.unknown");
        assertThat(refusal(() -> office.states.lock(chief, outside.id()))).isEqualTo("user.unknown");
        assertThat(refusal(() -> office.states.lock(chief, both.id()))).isEqualTo("permission.missing");
        assertThat(refusal(() -> office.states.issuePassword(chief, auditor.id()))).isEqualTo("permission.missing");
        assertThat(refusal(() -> office.users.change(chief, inside.id(), changed.version(), form("内", "u@example.com", List.of(sales), Permission.TENANT_ADMINISTRATOR))))
                .isEqualTo("permission.grant");
        assertThat(refusal(() -> office.users.change(chief, inside.id(), changed.version(), form("内", "u@example.com", List.of(sales, law), Permission.CLERK))))
                .isEqualTo("permission.missing");
        assertThat(refusal(() -> office.users.change(chief, inside.id(), changed.version(), form("内", "u@example.com", List.of(), Permission.CLERK))))
                .isEqualTo("user.groups");
        assertThat(creating(chief, "", "n@example.com", List.of(), Permission.CLERK)).isEqualTo("user.groups");
        assertThat(creating(chief, "", "n@example.com", List.of(law), Permission.CLERK)).isEqualTo("permission.missing");
        assertThat(creating(chief, "", "n@example.com", List.of(sales), Permission.AUDITOR)).isEqualTo("permission.grant");
        assertThat(creating(boss, "", "n@example.com", List.of(), Permission.OPERATOR)).isEqualTo("permission.grant");
        assertThat(creating(chief, "", "n@example.com", List.of(sales), Permission.CLERK)).isEqualTo("done");
        Caller clerk = office.as(both);
        assertThat(refusal(() -> office.users.list(clerk, UserQuery.ALL))).isEqualTo("permission.missing");
        assertThat(creating(clerk, "", "n2@example.com", List.of(sales), Permission.CLERK)).isEqualTo("permission.missing");
    }

    @Test
    void anotherCompanysUsersDoNotExist() {
        UserAccount taro = office.register("太郎", List.of(sales), Permission.CLERK);
        Caller stranger = Company.found(transactions, "乙社").hire("社長", Permission.TENANT_ADMINISTRATOR);

        assertThat(found(stranger, UserQuery.ALL)).containsExactly("社長");
        assertThat(refusal(() -> office.users.show(stranger, taro.id()))).isEqualTo("user.unknown");
        assertThat(refusal(() -> office.states.delete(stranger, taro.id(), Optional.empty()))).isEqualTo("user.unknown");
        assertThat(refusal(() -> office.states.endSessions(stranger, taro.id()))).isEqualTo("user.unknown");
        assertThat(refusal(() -> office.states.records(stranger, taro.id()))).isEqualTo("user.unknown");
        assertThat(refusal(() -> office.users.show(boss, new UserId(UUID.randomUUID())))).isEqualTo("user.unknown");
    }

    @Test
    void theLastAdministratorStaysAlsoAgainstTwoAtOnce() throws Exception {
        UserAccount second = office.register("副社長", List.of(), Permission.TENANT_ADMINISTRATOR);
        UserAccount first = office.now(boss.user());
        UserForm demoted = form("社長", "s@example.com", List.of(), Permission.CLERK);
        assertThat(refusal(() -> office.users.change(boss, first.id(), first.version(), demoted)))
                .as("the other one was only invited")
                .isEqualTo("user.last-administrator");
        Caller deputy = office.as(second);

        List<String> answers = atOnce(
                () -> office.states.delete(boss, deputy.user(), Optional.empty()),
                () -> office.states.delete(deputy, boss.user(), Optional.empty()));

        assertThat(answers).containsExactlyInAnyOrder("done", "user.last-administrator");
        UserId left = office.now(boss.user()).state() == UserState.DELETED ? deputy.user() : boss.user();
        Caller operator = new Caller(boss.tenant(), new UserId(new UUID(0, 0)), "console", Set.of(Permission.OPERATOR), Locale.ENGLISH, "test");
        assertThat(refusal(() -> office.states.lock(operator, left))).isEqualTo("user.last-administrator");
        assertThat(refusal(() -> office.states.delete(operator, left, Optional.empty()))).isEqualTo("user.last-administrator");
        assertThat(refusal(() -> office.users.change(operator, left, office.now(left).version(), demoted))).isEqualTo("user.last-administrator");
    }

    @Test
    void lockingEndsSessionsAndNobodyLocksHimself() {
        UserAccount taro = office.register("太郎", List.of(sales), Permission.CLERK);
        office.as(taro);
        session("x", taro.id());
        assertThat(office.states.lock(boss, taro.id()).state()).isEqualTo(UserState.LOCKED);
        assertThat(column("select token_hash from user_session where ended is null")).isEmpty();
        assertThat(office.states.unlock(boss, taro.id()).state()).isEqualTo(UserState.ACTIVE);
        assertThat(refusal(() -> office.states.lock(boss, boss.user()))).isEqualTo("user.self");
        assertThat(refusal(() -> office.states.delete(boss, boss.user(), Optional.empty()))).isEqualTo("user.self");
    }

    @Test
    void aNewInitialPasswordReplacesTheOneBefore() {
        UserAccount taro = office.register("太郎", List.of(sales), Permission.CLERK);
        String before = column("select password_hash from app_user where id = ?", taro.id().value()).get(0);
        office.states.issuePassword(boss, taro.id());
        assertThat(column("select password_hash from app_user where id = ?", taro.id().value())).doesNotContain(before);
        assertThat(column("select template from mail where template = 'initial-password'")).hasSize(2);
    }

    @Test
    void deletingHandsRecordsOverAndKeepsTheName() {
        UserAccount taro = office.register("太郎", List.of(sales), Permission.CLERK);
        UserAccount heir = office.register("花子", List.of(sales), Permission.CLERK);
        Caller clerk = office.as(taro);
        RecordId record = office.record(clerk);
        RecordId shared = office.record(boss);
        office.grant(shared, taro.id().value(), AccessLevel.VIEW);

        assertThat(office.states.records(boss, taro.id())).isEqualTo(1);
        assertThat(refusal(() -> office.states.delete(boss, taro.id(), Optional.empty()))).isEqualTo("user.owns-records");
        assertThat(refusal(() -> office.states.delete(boss, taro.id(), Optional.of(taro.id())))).isEqualTo("user.heir");
        UserAccount deleted = office.states.delete(boss, taro.id(), Optional.of(heir.id()));

        assertThat(deleted.state()).isEqualTo(UserState.DELETED);
        assertThat(office.granted(shared)).isEmpty();
        assertThat(transactions.read(entities -> entities.find(RecordRow.class, record.value())).owner).isEqualTo(heir.id().value());
        List<HistoryEntry> entries = transactions.read(entities -> History.of(entities, record.value()));
        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry.toString()).contains("太郎", "花子"));
        assertThat(found(boss, text("太郎"))).isEmpty();
        assertThat(office.now(taro.id()).name()).isEqualTo("太郎");
        assertThat(refusal(() -> office.users.change(boss, taro.id(), deleted.version(), form("太郎", "t@example.com", List.of()))))
                .isEqualTo("user.deleted");
    }

    @Test
    void aDeletedUserComesBackUnlessSomebodyHasHisMailByNow() {
        UserAccount taro = office.users.create(boss, Optional.empty(), form("太郎", "taro@example.com", List.of(sales), Permission.CLERK));
        office.states.delete(boss, taro.id(), Optional.empty());
        UserAccount twin = office.users.create(boss, Optional.empty(), form("太郎二世", "taro@example.com", List.of(), Permission.CLERK));
        assertThat(refusal(() -> office.states.restore(boss, taro.id()))).isEqualTo("mail.taken");
        office.states.delete(boss, twin.id(), Optional.empty());

        UserAccount back = office.states.restore(boss, taro.id());

        assertThat(back.state()).isEqualTo(UserState.INVITED);
        assertThat(back.loginId()).isEqualTo(taro.loginId());
        assertThat(back.groups()).isEqualTo(taro.groups());
        assertThat(refusal(() -> office.states.restore(boss, taro.id()))).isEqualTo("user.not-deleted");
    }

    @Test
    void endingSessionsSparesOthers() {
        UserAccount taro = office.register("太郎", List.of(sales), Permission.CLERK);
        session("a", taro.id());
        session("b", taro.id());
        session("c", boss.user());
        office.states.endSessions(boss, taro.id());
        assertThat(column("select token_hash from user_session where ended is null")).containsExactly("c");
        assertThat(office.history("user.sessions-ended")).hasSize(1);
    }

    private void session(String token, UserId user) {
        Instant now = Instant.now();
        transactions.run(entities -> Sql.update(
                entities,
                "insert into user_session (token_hash, id, csrf_token, user_id, stage, address, browser, created, seen, expires, latest,"
                        + " idle_minutes, keep_signed_in, lock_version) values (?, ?, 'y', ?, 'FULL', '', '', ?, ?, ?, ?, 60, false, 1)",
                token,
                UUID.randomUUID(),
                user.value(),
                now,
                now,
                now.plusSeconds(3600),
                now.plusSeconds(3600)));
    }

    @Test
    void whatIsJustBeingGivenToAUserWhoIsDeletedGoesToTheHeirOrEnds() throws Exception {
        UserAccount taro = office.register("退職 太郎", List.of(sales), Permission.CLERK);
        RecordId owned = office.record(boss);
        RecordId granted = office.record(boss);
        UUID id = taro.id().value();

        CompletableFuture<String> deletion = transactions.required(entities -> {
            RecordRow record = office.records.lock(entities, owned).orElseThrow();
            Holds.users(entities, record.tenant, List.of(id));
            record.owner = id;
            entities.flush();
            office.grant(granted, id, AccessLevel.VIEW);
            var answer = CompletableFuture.supplyAsync(
                    () -> refusal(() -> office.states.delete(boss, taro.id(), Optional.of(boss.user()))));
            try {
                answer.get(300, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waits) {
                return answer;
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
            return answer;
        });

        assertThat(deletion.get(30, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(office.row(owned).owner).isEqualTo(boss.user().value());
        assertThat(office.granted(granted)).isEmpty();
    }
}

package io.fumikura.core.internal.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.history.Logs;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Company;
import io.fumikura.notice.BoardNotice;
import io.fumikura.notice.Notice;
import io.fumikura.notice.NoticeForm;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
class StoredNoticesTest {

    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private Transactions transactions;
    private StoredNoticeBoard board;
    private StoredNotices notices;
    private Caller operator;
    private Caller hanako;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        board = new StoredNoticeBoard(transactions);
        notices = new StoredNotices(transactions, Clock.fixed(NOW, ZoneOffset.UTC));
        operator = Company.found(transactions, "運営").hire("運営太郎", Permission.OPERATOR);
        hanako = Company.found(transactions, "甲社").hire("花子", Permission.VIEWER);
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private static NoticeForm form(String title, Optional<TenantId> tenant, String starts, Optional<String> ends) {
        return new NoticeForm(tenant, title, "", "本文の一行目\n二行目", "First line", Instant.parse(starts), ends.map(Instant::parse));
    }

    private BoardNotice publish(String title, String starts) {
        return board.publish(operator, form(title, Optional.empty(), starts, Optional.empty()));
    }

    private List<String> titles(Caller who) {
        return notices.current(who).stream().map(Notice::title).toList();
    }

    private static String refusal(ThrowingCallable call) {
        PlatformException refused = catchThrowableOfType(PlatformException.class, call);
        return refused == null ? "done" : refused.code();
    }

    @Test
    void everybodySeesWhatIsShownNowTheNewestFirst() {
        publish("先週", "2026-03-25T00:00:00Z");
        publish("今日", "2026-04-01T00:00:00Z");
        publish("明日から", "2026-04-02T00:00:00Z");
        board.publish(operator, form("終わった", Optional.empty(), "2026-03-01T00:00:00Z", Optional.of("2026-04-01T00:00:00Z")));

        assertThat(titles(hanako)).containsExactly("今日", "先週");
        assertThat(board.list(operator)).extracting(notice -> notice.form().japaneseTitle()).containsExactly("明日から", "今日", "先週", "終わった");
    }

    @Test
    void aNoticeForOneCompanyIsForNobodyElse() {
        Caller stranger = Company.found(transactions, "乙社").hire("他人", Permission.VIEWER);
        BoardNotice own = board.publish(operator, form("甲社へ", Optional.of(hanako.tenant()), "2026-03-01T00:00:00Z", Optional.empty()));

        assertThat(own.tenantName()).isEqualTo("甲社");
        assertThat(titles(hanako)).containsExactly("甲社へ");
        assertThat(titles(stranger)).isEmpty();
        assertThat(refusal(() -> notices.read(stranger, own.id()))).isEqualTo("notice.unknown");
    }

    @Test
    void aNoticeIsNewUntilItWasRead() {
        BoardNotice notice = publish("点検", "2026-03-25T00:00:00Z");
        assertThat(notices.current(hanako)).extracting(Notice::fresh).containsExactly(true);

        notices.read(hanako, notice.id());
        notices.read(hanako, notice.id());

        assertThat(notices.current(hanako)).extracting(Notice::fresh).containsExactly(false);
        assertThat(notices.current(operator)).extracting(Notice::fresh).containsExactly(true);
        assertThat(board.list(operator)).extracting(BoardNotice::readers).containsExactly(1L);
    }

    @Test
    void whatIsWithdrawnWhileItIsBeingReadIsUnknown() throws Exception {
        BoardNotice notice = publish("点検", "2026-03-25T00:00:00Z");

        CompletableFuture<String> reading = transactions.required(entities -> {
            board.withdraw(operator, notice.id(), notice.version());
            var answer = CompletableFuture.supplyAsync(() -> refusal(() -> notices.read(hanako, notice.id())));
            try {
                answer.get(300, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waits) {
                return answer;
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
            return answer;
        });

        assertThat(reading.get(30, TimeUnit.SECONDS)).isEqualTo("notice.unknown");
        assertThat(transactions.<List<Integer>>read(entities -> Sql.query(entities, "select 1 from notice_read", row -> 1))).isEmpty();
    }

    @Test
    void peopleReadInTheirLanguageAndJapaneseWhereEnglishIsMissing() {
        publish("点検", "2026-03-25T00:00:00Z");
        Caller emma = new Caller(hanako.tenant(), hanako.user(), "Emma", hanako.permissions(), Locale.ENGLISH, "r");

        assertThat(notices.current(emma)).extracting(Notice::title, Notice::text).containsExactly(org.assertj.core.groups.Tuple.tuple("点検", "First line"));
        assertThat(notices.current(hanako)).extracting(Notice::text).containsExactly("本文の一行目\n二行目");
    }

    @Test
    void changesAndWithdrawalsStandInTheHistoryOfThePlatform() {
        BoardNotice first = publish("点検", "2026-03-25T00:00:00Z");
        NoticeForm other = form("点検（延期）", Optional.empty(), "2026-03-26T00:00:00Z", Optional.of("2026-05-01T00:00:00Z"));
        BoardNotice second = board.change(operator, first.id(), first.version(), other);

        assertThat(second.form().ends()).contains(Instant.parse("2026-05-01T00:00:00Z"));
        assertThat(refusal(() -> board.change(operator, first.id(), first.version(), other))).isEqualTo("notice.changed");
        notices.read(hanako, first.id());
        assertThat(refusal(() -> board.withdraw(operator, first.id(), first.version()))).isEqualTo("notice.changed");
        board.withdraw(operator, first.id(), second.version());
        assertThat(titles(hanako)).isEmpty();
        assertThat(refusal(() -> board.withdraw(operator, first.id(), second.version()))).isEqualTo("notice.unknown");
        List<String> actions = transactions.read(entities -> Sql.query(
                entities,
                "select action from history_entry where log_id = ? and subject_type = 'notice' order by sequence",
                row -> row.getString(1),
                Logs.PLATFORM));
        assertThat(actions).containsExactly("notice.published", "notice.changed", "notice.withdrawn");
    }

    @Test
    void saysWhatIsWrongWithANotice() {
        assertThat(refusal(() -> publish(" ", "2026-03-25T00:00:00Z"))).isEqualTo("notice.title");
        assertThat(refusal(() -> publish("二\n行", "2026-03-25T00:00:00Z"))).isEqualTo("notice.title");
        assertThat(refusal(() -> board.publish(operator, form("逆", Optional.empty(), "2026-04-01T00:00:00Z", Optional.of("2026-04-01T00:00:00Z")))))
                .isEqualTo("notice.period");
        assertThat(refusal(() -> board.publish(operator, form("誰", Optional.of(TenantId.random()), "2026-04-01T00:00:00Z", Optional.empty()))))
                .isEqualTo("tenant.unknown");
        assertThat(refusal(() -> board.publish(
                        operator,
                        new NoticeForm(Optional.empty(), "長い", "", "あ".repeat(10_001), "", NOW, Optional.empty()))))
                .isEqualTo("notice.text");
    }

    @Test
    void onlyOperatorsWrite() {
        BoardNotice notice = publish("点検", "2026-03-25T00:00:00Z");
        Caller boss = new Company(transactions, hanako.tenant()).hire("社長", Permission.TENANT_ADMINISTRATOR);

        assertThat(refusal(() -> board.list(boss))).isEqualTo("permission.missing");
        assertThat(refusal(() -> board.publish(boss, notice.form()))).isEqualTo("permission.missing");
        assertThat(refusal(() -> board.change(boss, notice.id(), 1, notice.form()))).isEqualTo("permission.missing");
        assertThat(refusal(() -> board.withdraw(boss, UUID.randomUUID(), 1))).isEqualTo("permission.missing");
    }
}

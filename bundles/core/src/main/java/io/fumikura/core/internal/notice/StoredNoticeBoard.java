package io.fumikura.core.internal.notice;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.notice.BoardNotice;
import io.fumikura.notice.NoticeBoard;
import io.fumikura.notice.NoticeForm;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notices in the database, for those who write them. What they do stands in the history of the platform. */
@Component
public final class StoredNoticeBoard implements NoticeBoard {

    private static final String SELECT = "select n.*, t.name as tenant_name, (select count(*) from notice_read r where r.notice_id = n.id) as readers"
            + " from notice n left join tenant t on t.id = n.tenant_id";

    private final Transactions transactions;

    @Activate
    public StoredNoticeBoard(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<BoardNotice> list(Caller caller) {
        requireOperator(caller);
        return transactions.read(entities -> Sql.query(
                entities, SELECT + " order by n.starts desc, n.id fetch first 500 rows only", StoredNoticeBoard::notice));
    }

    @Override
    public BoardNotice publish(Caller caller, NoticeForm typed) {
        requireOperator(caller);
        NoticeForm form = NoticeCheck.checked(typed);
        UUID id = UUID.randomUUID();
        return transactions.required(entities -> {
            requireKnown(entities, form);
            Sql.update(
                    entities,
                    "insert into notice (id, tenant_id, title_ja, title_en, text_ja, text_en, starts, ends, revision)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, 1)",
                    id,
                    tenant(form),
                    form.japaneseTitle(),
                    form.englishTitle(),
                    form.japaneseText(),
                    form.englishText(),
                    form.starts(),
                    form.ends().orElse(null));
            append(entities, caller, id, "published", Optional.empty(), Optional.of(form));
            return find(entities, id);
        });
    }

    @Override
    public BoardNotice change(Caller caller, UUID id, long version, NoticeForm typed) {
        requireOperator(caller);
        NoticeForm form = NoticeCheck.checked(typed);
        return transactions.required(entities -> {
            BoardNotice before = find(entities, id);
            requireKnown(entities, form);
            int changed = Sql.update(
                    entities,
                    "update notice set tenant_id = ?, title_ja = ?, title_en = ?, text_ja = ?, text_en = ?, starts = ?, ends = ?,"
                            + " revision = revision + 1 where id = ? and revision = ?",
                    tenant(form),
                    form.japaneseTitle(),
                    form.englishTitle(),
                    form.japaneseText(),
                    form.englishText(),
                    form.starts(),
                    form.ends().orElse(null),
                    id,
                    version);
            requireChanged(changed);
            append(entities, caller, id, "changed", Optional.of(before.form()), Optional.of(form));
            return find(entities, id);
        });
    }

    @Override
    public void withdraw(Caller caller, UUID id, long version) {
        requireOperator(caller);
        transactions.run(entities -> {
            BoardNotice before = find(entities, id);
            requireChanged(Sql.update(entities, "delete from notice where id = ? and revision = ?", id, version));
            append(entities, caller, id, "withdrawn", Optional.of(before.form()), Optional.empty());
        });
    }

    private static void requireChanged(int rows) {
        if (rows == 0) {
            throw new PlatformException(Category.CHANGED, "notice.changed", "The notice was changed since you read it.");
        }
    }

    private static void append(
            EntityManager entities, Caller by, UUID notice, String action, Optional<NoticeForm> from, Optional<NoticeForm> to) {
        History.append(
                entities,
                new HistoryEvent(null, new Subject("notice", notice), Author.of(by), "notice." + action, changes(from, to), ""));
    }

    private static List<Change> changes(Optional<NoticeForm> from, Optional<NoticeForm> to) {
        var fields = new LinkedHashMap<String, Function<NoticeForm, String>>();
        fields.put("title_ja", NoticeForm::japaneseTitle);
        fields.put("title_en", NoticeForm::englishTitle);
        fields.put("text_ja", NoticeForm::japaneseText);
        fields.put("text_en", NoticeForm::englishText);
        fields.put("company", form -> form.tenant().map(tenant -> tenant.value().toString()).orElse(""));
        fields.put("starts", form -> form.starts().toString());
        fields.put("ends", form -> form.ends().map(Instant::toString).orElse(""));
        return fields.entrySet().stream()
                .map(field -> new Change(
                        field.getKey(), from.map(field.getValue()).orElse(""), to.map(field.getValue()).orElse("")))
                .filter(change -> !change.from().equals(change.to()))
                .toList();
    }

    private static @Nullable UUID tenant(NoticeForm form) {
        return form.tenant().map(TenantId::value).orElse(null);
    }

    private static void requireKnown(EntityManager entities, NoticeForm form) {
        if (form.tenant().isPresent() && entities.find(TenantRow.class, form.tenant().get().value()) == null) {
            throw new PlatformException(Category.NOT_FOUND, "tenant.unknown", "There is no such company.");
        }
    }

    private static BoardNotice find(EntityManager entities, UUID id) {
        return Sql.query(entities, SELECT + " where n.id = ?", StoredNoticeBoard::notice, id).stream()
                .findFirst()
                .orElseThrow(() -> new PlatformException(Category.NOT_FOUND, "notice.unknown", "There is no such notice."));
    }

    private static BoardNotice notice(ResultSet row) throws SQLException {
        String tenantName = row.getString("tenant_name");
        var form = new NoticeForm(
                Optional.ofNullable(row.getObject("tenant_id", UUID.class)).map(TenantId::new),
                row.getString("title_ja"),
                row.getString("title_en"),
                row.getString("text_ja"),
                row.getString("text_en"),
                Sql.instant(row, "starts"),
                Optional.ofNullable(row.getObject("ends", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
        return new BoardNotice(
                row.getObject("id", UUID.class), form, tenantName == null ? "" : tenantName, row.getLong("readers"), row.getLong("revision"));
    }

    private static void requireOperator(Caller caller) {
        if (!caller.may(Permission.OPERATOR)) {
            throw new PlatformException(Category.FORBIDDEN, "permission.missing", "Notices are written by operators.");
        }
    }
}

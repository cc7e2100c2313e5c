package io.fumikura.core.internal.mail;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.mail.Mail;
import io.fumikura.mail.MailDetail;
import io.fumikura.mail.MailDetail.TextState;
import io.fumikura.mail.MailPage;
import io.fumikura.mail.MailQuery;
import io.fumikura.mail.MailQueue;
import io.fumikura.mail.MailState;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the table of mails for people, and changes it at their wish. */
@Component
public final class StoredMails implements MailQueue {

    private static final String FROM = "select m.*, t.name as tenant_name from mail m left join tenant t on t.id = m.tenant_id";
    private static final int LONGEST_LIST = 200;

    private final Transactions transactions;
    private final Secrets secrets;
    private final MailSender sender;
    private final Mails mails;

    @Activate
    public StoredMails(
            @Reference Transactions transactions,
            @Reference Secrets secrets,
            @Reference MailSender sender,
            @Reference Mails mails) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.sender = sender;
        this.mails = mails;
    }

    @Override
    public MailPage list(Caller caller, MailQuery query) {
        if (query.limit() < 1 || query.limit() > LONGEST_LIST) {
            throw new PlatformException(Category.INVALID, "query.invalid", "A page has 1 to 200 mails.");
        }
        var where = new MailsInSight(caller);
        query.state().ifPresent(state -> where.and("m.state = ?", state.name()));
        if (!query.recipient().isBlank()) {
            where.and("lower(m.recipient) like ? escape '!'", "%" + escaped(query.recipient()) + "%");
        }
        query.cursor().map(MailCursor::parse).ifPresent(after ->
                where.and("(m.created < ? or (m.created = ? and m.id < ?))", after.created(), after.created(), after.id()));
        return transactions.read(entities -> {
            List<Mail> found = Sql.query(
                    entities,
                    FROM + where.text() + " order by m.created desc, m.id desc fetch first " + (query.limit() + 1) + " rows only",
                    this::mail,
                    where.values());
            boolean more = found.size() > query.limit();
            List<Mail> mails = more ? found.subList(0, query.limit()) : found;
            Optional<String> next = more ? Optional.of(MailCursor.of(mails.get(mails.size() - 1)).toString()) : Optional.empty();
            return new MailPage(mails, next, counts(entities, caller), sender.destination(), sender.trouble());
        });
    }

    private static String escaped(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }

    private static Map<MailState, Long> counts(EntityManager entities, Caller caller) {
        var counts = new EnumMap<MailState, Long>(MailState.class);
        var where = new MailsInSight(caller);
        where.and("m.state in ('QUEUED', 'SENDING', 'PARKED')");
        Sql.query(
                        entities,
                        "select m.state, count(*) from mail m" + where.text() + " group by m.state",
                        row -> Map.entry(MailState.valueOf(row.getString(1)), row.getLong(2)),
                        where.values())
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    @Override
    public MailDetail show(Caller caller, UUID id) {
        return transactions.required(entities -> {
            Stored stored = find(entities, caller, id);
            String sealed = stored.textEncrypted();
            if (sealed == null) {
                return new MailDetail(stored.mail(), TextState.ERASED, Optional.empty());
            }
            if (stored.mail().secret() && !caller.may(Permission.OPERATOR)) {
                return new MailDetail(stored.mail(), TextState.WITHHELD, Optional.empty());
            }
            append(entities, caller, stored.mail(), "viewed");
            return new MailDetail(stored.mail(), TextState.SHOWN, Optional.of(secrets.decrypt(sealed, Mails.context(id))));
        });
    }

    @Override
    public Mail retry(Caller caller, UUID id) {
        Mail now = transactions.required(entities -> {
            Stored stored = find(entities, caller, id);
            refuseWhileSending(stored.mail());
            if (stored.textEncrypted() == null) {
                throw new PlatformException(
                        Category.CONFLICT,
                        "mail.erased",
                        "This mail was sent and its secret text is gone. Let the action that it belongs to be done anew.");
            }
            change(
                    entities,
                    stored.mail(),
                    "update mail set state = 'QUEUED', attempts = 0, run_after = ?, first_tried = null, reason = null, sent = null,"
                            + " resends = resends + case when state = 'SENT' then 1 else 0 end where id = ? and state = ?");
            append(entities, caller, stored.mail(), "retried");
            return find(entities, caller, id).mail();
        });
        sender.tryNow();
        return now;
    }

    @Override
    public Mail park(Caller caller, UUID id) {
        return transactions.required(entities -> {
            Stored stored = find(entities, caller, id);
            refuseWhileSending(stored.mail());
            if (stored.mail().state() == MailState.SENT) {
                throw new PlatformException(Category.CONFLICT, "mail.sent", "This mail has been sent already.");
            }
            if (stored.mail().state() == MailState.QUEUED) {
                change(entities, stored.mail(), "update mail set state = 'PARKED', run_after = ? where id = ? and state = ?");
                append(entities, caller, stored.mail(), "parked");
            }
            return find(entities, caller, id).mail();
        });
    }

    @Override
    public Mail sendTest(Caller caller) {
        var allowed = new MailsInSight(caller);
        return transactions.required(entities -> {
            UserRow user = entities.find(UserRow.class, caller.user().value());
            UUID id = mails.put(
                    entities,
                    new MailDraft(
                            allowed.isOfAllTenants() ? null : caller.tenant().value(),
                            user.mail,
                            caller.language(),
                            "test-mail",
                            Map.of("name", caller.name()),
                            false));
            return find(entities, caller, id).mail();
        });
    }

    private static void append(EntityManager entities, Caller caller, Mail mail, String action) {
        UUID tenant = mail.tenant().map(TenantId::value).orElse(null);
        MailHistory.append(entities, tenant, mail.id(), Author.of(caller), action, mail.to(), "");
    }

    private static void refuseWhileSending(Mail mail) {
        if (mail.state() == MailState.SENDING) {
            throw sending();
        }
    }

    /** Changes a mail unless a sender was quicker. */
    private static void change(EntityManager entities, Mail mail, String sql) {
        if (Sql.update(entities, sql, MailTable.now(), mail.id(), mail.state().name()) != 1) {
            throw sending();
        }
    }

    private static PlatformException sending() {
        return new PlatformException(Category.CONFLICT, "mail.sending", "This mail is being sent at this moment. Look again in a minute.");
    }

    private Stored find(EntityManager entities, Caller caller, UUID id) {
        var where = new MailsInSight(caller);
        where.and("m.id = ?", id);
        return Sql.query(
                        entities,
                        FROM + where.text(),
                        row -> new Stored(mail(row), row.getString("text_encrypted")),
                        where.values())
                .stream()
                .findFirst()
                .orElseThrow(() -> new PlatformException(Category.NOT_FOUND, "mail.unknown", "There is no such mail."));
    }

    private record Stored(Mail mail, @Nullable String textEncrypted) {}

    private Mail mail(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        MailState state = MailState.valueOf(row.getString("state"));
        String tenantName = row.getString("tenant_name");
        return new Mail(
                id,
                Optional.ofNullable(row.getObject("tenant_id", UUID.class)).map(TenantId::new),
                tenantName == null ? "" : tenantName,
                row.getString("recipient"),
                Locale.forLanguageTag(row.getString("mail_language")),
                row.getString("template"),
                subject(row.getString("subject_encrypted"), id),
                state,
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("reason")),
                Sql.instant(row, "created"),
                state == MailState.QUEUED ? Optional.of(Sql.instant(row, "run_after")) : Optional.empty(),
                Optional.ofNullable(row.getObject("sent", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getBoolean("secret"));
    }

    /** A list must not fail because of one mail that was sealed with a key that is lost. */
    private String subject(String sealed, UUID id) {
        try {
            return secrets.decrypt(sealed, Mails.context(id));
        } catch (IllegalStateException e) {
            return "";
        }
    }
}

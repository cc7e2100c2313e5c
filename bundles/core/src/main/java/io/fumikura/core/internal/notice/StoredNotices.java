package io.fumikura.core.internal.notice;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.notice.Notice;
import io.fumikura.notice.Notices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notices in the database, for those who read them. */
@Component
public final class StoredNotices implements Notices {

    private static final String SHOWN =
            " from notice n where (n.tenant_id is null or n.tenant_id = ?) and n.starts <= ? and (n.ends is null or n.ends > ?)";

    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public StoredNotices(@Reference Transactions transactions) {
        this(transactions, Clock.systemUTC());
    }

    StoredNotices(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Notice> current(Caller caller) {
        String language = caller.language().getLanguage().equals("en") ? "en" : "ja";
        Instant now = clock.instant();
        return transactions.read(entities -> Sql.query(
                entities,
                "select n.id, n.title_" + language + " as title, n.text_" + language + " as text, n.starts,"
                        + " (select count(*) from notice_read r where r.notice_id = n.id and r.user_id = ?) as times" + SHOWN
                        + " order by n.starts desc, n.id fetch first 100 rows only",
                StoredNotices::notice,
                caller.user().value(),
                caller.tenant().value(),
                now,
                now));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("text"),
                Sql.instant(row, "starts"),
                row.getInt("times") == 0);
    }

    @Override
    public void read(Caller caller, UUID notice) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transactions.run(entities -> {
            // Held, or it could be withdrawn before the row that refers to it is there.
            String held = "select n.id" + SHOWN + " and n.id = ?" + (Sql.isH2(entities) ? " for update" : " for key share");
            if (Sql.query(entities, held, row -> 1, caller.tenant().value(), now, now, notice).isEmpty()) {
                throw new PlatformException(Category.NOT_FOUND, "notice.unknown", "There is no such notice.");
            }
            Sql.insertIfAbsent(
                    entities,
                    "insert into notice_read (notice_id, user_id, read_at) values (?, ?, ?)",
                    notice,
                    caller.user().value(),
                    now);
        });
    }
}

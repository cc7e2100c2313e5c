package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.account.Attempts;
import io.fumikura.core.internal.account.ConfirmedChanges;
import io.fumikura.core.internal.account.Tokens;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import io.fumikura.core.internal.mail.MailAddress;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.people.OwnAccount;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * People's own accounts in the database. Of a link's secret only the hash is kept. Immediate, because the counts of requests must not go when nobody
 * holds the service for a moment.
 */
@Component(service = OwnAccount.class, immediate = true)
public final class StoredOwnAccount implements OwnAccount {

    private static final Duration GOOD = Duration.ofDays(1);
    private static final int REQUESTS = 10;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Transactions transactions;
    private final ConfirmedChanges changes;
    private final AddressNotices notices;
    private final Clock clock;
    private final Attempts requests;

    @Activate
    public StoredOwnAccount(
            @Reference Transactions transactions, @Reference ConfirmedChanges changes, @Reference AddressNotices notices) {
        this(transactions, changes, notices, Clock.systemUTC());
    }

    StoredOwnAccount(Transactions transactions, ConfirmedChanges changes, AddressNotices notices, Clock clock) {
        this.transactions = transactions;
        this.changes = changes;
        this.notices = notices;
        this.clock = clock;
        requests = new Attempts(REQUESTS, WINDOW, clock);
    }

    @Override
    public Own show(Caller caller) {
        return transactions.read(entities ->
                shown(entities, known(entities.find(UserRow.class, caller.user().value()), caller)));
    }

    private Own shown(EntityManager entities, UserRow user) {
        entities.flush();
        Tree tree = Tree.of(entities, user.tenant);
        Optional<String> wanted = Sql.query(
                        entities,
                        "select mail from mail_change where user_id = ? and expires > ?",
                        row -> row.getString(1),
                        user.id,
                        clock.instant())
                .stream()
                .findFirst();
        List<String> subMails = Sql.query(
                entities, "select mail from user_mail where user_id = ? order by place", row -> row.getString(1), user.id);
        return new Own(
                user.name,
                !entities.find(TenantRow.class, user.tenant).ownNameChange,
                user.mail,
                wanted,
                subMails,
                Membership.groups(entities, user.id).stream().map(tree::names).toList());
    }

    @Override
    public Own change(Caller caller, String name, List<String> subMails) {
        String clean = Names.ofPerson(name);
        return transactions.required(entities -> {
            UserRow user = self(entities, caller);
            var writer = new UserWriter(entities, Realm.NONE, user.tenant);
            var changes = new ArrayList<Change>();
            if (!user.name.equals(clean)) {
                if (!entities.find(TenantRow.class, user.tenant).ownNameChange) {
                    throw new PlatformException(
                            Category.FORBIDDEN, "user.name-fixed", "Names are changed by the company's administrators.");
                }
                changes.add(writer.name(user, clean));
            }
            changes.add(writer.subMails(user, FormCheck.subMails(subMails, MailAddress.of(user.mail))));
            changes.removeIf(change -> change.from().equals(change.to()));
            if (!changes.isEmpty()) {
                user.revision++;
                PeopleHistory.user(entities, caller, user.id, "changed", changes);
            }
            return shown(entities, user);
        });
    }

    @Override
    public Own requestMail(Caller caller, String mail) {
        MailAddress wanted = MailAddress.of(mail);
        String secret = Tokens.random();
        return changes.run(caller, (entities, found) -> {
            UserRow user = known(found, caller);
            Sql.update(entities, "delete from mail_change where user_id = ?", user.id);
            String key = MailKey.of(wanted);
            if (!key.equals(user.mailKey)) {
                requireNoColleague(entities, key, user);
                count(user);
                Instant expires = clock.instant().plus(GOOD).truncatedTo(ChronoUnit.MICROS);
                Sql.update(
                        entities,
                        "insert into mail_change (user_id, token_hash, mail, expires) values (?, ?, ?, ?)",
                        user.id,
                        Tokens.hash(secret),
                        wanted.value(),
                        expires);
                notices.link(entities, user, wanted, secret);
                PeopleHistory.user(entities, caller, user.id, "mail-requested", new Change("mail", user.mail, wanted.value()));
            }
            return shown(entities, user);
        });
    }

    /** Under the lock of the user's row. */
    private void count(UserRow user) {
        String key = user.id.toString();
        if (requests.isOver(key)) {
            throw new PlatformException(Category.TOO_MANY, "mail.too-many", "Too many links were asked for; try again in an hour.");
        }
        requests.count(key);
    }

    /** Whether somebody of another company has the address is said to its owner only, who gets the link. */
    private static void requireNoColleague(EntityManager entities, String key, UserRow user) {
        if (!Sql.query(entities, "select 1 from app_user where mail_key = ? and tenant_id = ?", row -> 1, key, user.tenant).isEmpty()) {
            throw UserWriter.taken();
        }
    }

    private record Wanted(UUID user, String mail) {}

    @Override
    public void confirmMail(String secret, String client) {
        transactions.retried(entities -> {
            Wanted wanted = Sql.query(
                            entities,
                            "select user_id, mail from mail_change where token_hash = ? and expires > ?",
                            row -> new Wanted(row.getObject(1, UUID.class), row.getString(2)),
                            Tokens.hash(secret),
                            clock.instant())
                    .stream()
                    .findFirst()
                    .orElseThrow(StoredOwnAccount::over);
            UserRow user = entities.find(UserRow.class, wanted.user(), LockModeType.PESSIMISTIC_WRITE);
            if (Sql.update(entities, "delete from mail_change where token_hash = ?", Tokens.hash(secret)) == 0 || !user.mayEnter()) {
                throw over();
            }
            Change change = new UserWriter(entities, Realm.NONE, user.tenant).mail(user, MailAddress.of(wanted.mail()));
            notices.left(entities, user, change.from());
            user.revision++;
            History.append(
                    entities,
                    new HistoryEvent(
                            user.tenant,
                            new Subject("user", user.id),
                            new Author(user.id, user.name, null, "", client),
                            "user.mail-confirmed",
                            List.of(change),
                            ""));
            return true;
        });
    }

    private static PlatformException over() {
        return new PlatformException(
                Category.NOT_FOUND, "mail.link", "The link was used already, is over, or is not whole. Ask for a new one in your settings.");
    }

    /** Locked, for a change. */
    private static UserRow self(EntityManager entities, Caller caller) {
        return known(entities.find(UserRow.class, caller.user().value(), LockModeType.PESSIMISTIC_WRITE), caller);
    }

    private static UserRow known(@Nullable UserRow user, Caller caller) {
        if (user == null || !user.tenant.equals(caller.tenant().value())) {
            throw new PlatformException(Category.UNAUTHENTICATED, "signin.required", "The user does not exist any more.");
        }
        return user;
    }
}

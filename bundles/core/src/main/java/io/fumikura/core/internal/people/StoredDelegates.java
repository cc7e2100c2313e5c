package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.people.Delegates;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Delegates in the database. */
@Component
public final class StoredDelegates implements Delegates {

    private static final int MOST = 20;
    private static final int CANDIDATES = 50;
    private static final String COLUMNS = "select u.id, u.login_id, u.name, u.state, u.permissions from app_user u";

    private final Transactions transactions;

    @Activate
    public StoredDelegates(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Delegate> list(Caller caller) {
        return transactions.read(entities -> list(entities, caller));
    }

    private static List<Delegate> list(EntityManager entities, Caller caller) {
        return query(
                entities,
                " join user_delegate d on d.delegate_id = u.id where d.signer_id = ? order by u.name, u.login_key",
                caller.user().value());
    }

    @Override
    public List<Delegate> signers(Caller caller) {
        return transactions.read(entities -> query(
                entities,
                " join user_delegate d on d.signer_id = u.id where d.delegate_id = ? and u.state in ('ACTIVE', 'INVITED')"
                        + " and '\n' || u.permissions || '\n' like '%\nSIGNER\n%' order by u.name, u.login_key",
                caller.user().value()));
    }

    @Override
    public List<Delegate> candidates(Caller caller, String text) {
        requireSigner(caller);
        return transactions.read(entities -> query(
                entities,
                " where u.tenant_id = ? and u.id <> ? and u.state in ('ACTIVE', 'INVITED') and u.search_key like ? escape '!'"
                        + " and u.id not in (select d.delegate_id from user_delegate d where d.signer_id = ?)"
                        + " order by u.name, u.login_key fetch first " + CANDIDATES + " rows only",
                caller.tenant().value(),
                caller.user().value(),
                "%" + UserRow.foldedForSearch(text.strip()).replaceAll("[!%_]", "!$0") + "%",
                caller.user().value()));
    }

    @Override
    public List<Delegate> add(Caller caller, Set<UserId> users) {
        requireSigner(caller);
        return transactions.required(entities -> {
            lock(entities, caller);
            Set<UUID> named = new TreeSet<>(list(entities, caller).stream().map(delegate -> delegate.id().value()).toList());
            var wanted = new TreeSet<>(users.stream().map(UserId::value).toList());
            wanted.removeAll(named);
            if (named.size() + wanted.size() > MOST) {
                throw new PlatformException(
                        Category.CONFLICT, "delegate.too-many", "You may name 20 delegates.", Map.of("limit", MOST), null);
            }
            wanted.forEach(user -> add(entities, caller, user));
            return list(entities, caller);
        });
    }

    private static void add(EntityManager entities, Caller caller, UUID id) {
        if (id.equals(caller.user().value())) {
            throw new PlatformException(Category.CONFLICT, "delegate.self", "Nobody is his own delegate.");
        }
        UserRow user = entities.find(UserRow.class, id);
        if (user == null || !user.tenant.equals(caller.tenant().value()) || !user.mayEnter()) {
            throw new PlatformException(Category.NOT_FOUND, "user.unknown", "There is no such user.");
        }
        Sql.update(
                entities,
                "insert into user_delegate (signer_id, delegate_id, since) values (?, ?, ?)",
                caller.user().value(),
                id,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        PeopleHistory.user(
                entities, caller, caller.user().value(), "delegate-added", new Change("delegate", "", user.name));
    }

    @Override
    public List<Delegate> remove(Caller caller, UserId user) {
        return transactions.required(entities -> {
            lock(entities, caller);
            int removed = Sql.update(
                    entities,
                    "delete from user_delegate where signer_id = ? and delegate_id = ?",
                    caller.user().value(),
                    user.value());
            if (removed == 0) {
                throw new PlatformException(Category.NOT_FOUND, "user.unknown", "There is no such user among your delegates.");
            }
            String name = entities.find(UserRow.class, user.value()).name;
            PeopleHistory.user(
                    entities, caller, caller.user().value(), "delegate-removed", new Change("delegate", name, ""));
            return list(entities, caller);
        });
    }

    /** Changes of one signer's list wait for each other. */
    private static void lock(EntityManager entities, Caller caller) {
        entities.find(UserRow.class, caller.user().value(), LockModeType.PESSIMISTIC_WRITE);
    }

    private static void requireSigner(Caller caller) {
        if (!caller.may(Permission.SIGNER)) {
            throw Realm.missing("Delegates are named by those who may sign.");
        }
    }

    private static List<Delegate> query(EntityManager entities, String rest, Object... values) {
        return Sql.query(
                entities,
                COLUMNS + rest,
                row -> new Delegate(
                        new UserId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        Set.of("ACTIVE", "INVITED").contains(row.getString(4))),
                values);
    }
}

package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.account.Tokens;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.people.InitialPasswords.Fresh;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.people.Registration;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserDirectory;
import io.fumikura.people.UserForm;
import io.fumikura.people.UserPage;
import io.fumikura.people.UserQuery;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users in the database. Changes lock the tenant first. */
@Component(service = {UserDirectory.class, StoredUsers.class})
public final class StoredUsers implements UserDirectory {

    private final Transactions transactions;
    private final InitialPasswords passwords;

    @Activate
    public StoredUsers(@Reference Transactions transactions, @Reference InitialPasswords passwords) {
        this.transactions = transactions;
        this.passwords = passwords;
    }

    @Override
    public UserPage list(Caller caller, UserQuery query) {
        if (query.limit() < 1 || query.limit() > 200) {
            throw new PlatformException(Category.INVALID, "query.invalid", "A page has 1 to 200 users.");
        }
        return transactions.read(entities -> {
            var accounts = new Accounts(entities, caller);
            var search = new UserSearch(entities, caller, accounts.realm(), query);
            List<UserRow> found = search.page();
            boolean more = found.size() > query.limit();
            List<UserRow> users = more ? found.subList(0, query.limit()) : found;
            return new UserPage(
                    accounts.shown(users),
                    search.total(),
                    more ? Optional.of(users.get(users.size() - 1).loginKey) : Optional.empty());
        });
    }

    @Override
    public UserAccount show(Caller caller, UserId user) {
        return transactions.read(entities -> {
            var accounts = new Accounts(entities, caller);
            return accounts.shown(accounts.find(user));
        });
    }

    @Override
    public Registration next(Caller caller) {
        return transactions.read(entities -> {
            Realm realm = Realm.required(entities, caller);
            var ids = new LoginIds(Companies.of(entities, caller));
            return new Registration(ids.next(entities), ids.form(), realm.grantable(), realm.everywhere());
        });
    }

    @Override
    public UserAccount create(Caller caller, Optional<String> loginId, UserForm form) {
        FormCheck checked = FormCheck.of(form);
        Fresh fresh = passwords.make();
        return transactions.retried(entities -> create(entities, caller, loginId, checked, fresh));
    }

    /** In the present transaction. */
    UserAccount create(EntityManager entities, Caller caller, Optional<String> loginId, FormCheck form, Fresh fresh) {
        TenantRow tenant = Companies.lock(entities, caller);
        var accounts = new Accounts(entities, caller);
        var ids = new LoginIds(tenant);
        String login = loginId.filter(typed -> !typed.isBlank()).map(ids::checked).orElseGet(() -> ids.next(entities));
        LoginIds.requireFree(entities, login);
        var writer = new UserWriter(entities, accounts.realm(), tenant.id);
        UserRow user = blank(tenant, login, fresh.hash());
        UserWriter.requireFree(entities, MailKey.of(form.mail()), user.id);
        entities.persist(user);
        List<Change> changes = new ArrayList<>(writer.apply(user, form));
        changes.add(0, new Change("loginId", "", login));
        passwords.welcome(entities, tenant, user);
        passwords.issue(entities, tenant, user, fresh);
        PeopleHistory.user(entities, caller, user.id, "created", changes);
        return accounts.shown(user);
    }

    private static UserRow blank(TenantRow tenant, String login, String hash) {
        var user = new UserRow();
        user.id = UUID.randomUUID();
        user.tenant = tenant.id;
        user.loginId = login;
        user.loginKey = Tokens.key(login);
        user.name = "";
        user.mail = "";
        user.language = "";
        user.passwordHash = hash;
        user.state = "INVITED";
        user.created = Instant.now().truncatedTo(ChronoUnit.MICROS);
        user.revision = 1;
        return user;
    }

    @Override
    public UserAccount change(Caller caller, UserId id, long version, UserForm form) {
        FormCheck checked = FormCheck.of(form);
        return transactions.retried(entities -> {
            TenantRow tenant = Companies.lock(entities, caller);
            var accounts = new Accounts(entities, caller);
            UserRow user = accounts.managed(id);
            if (user.state.equals("DELETED")) {
                throw new PlatformException(Category.CONFLICT, "user.deleted", "The user is deleted. Restore him first.");
            }
            if (user.revision != version) {
                throw new PlatformException(Category.CHANGED, "user.changed", "The user was changed since you read it.");
            }
            List<Change> changes = new UserWriter(entities, accounts.realm(), tenant.id).apply(user, checked);
            if (!changes.isEmpty()) {
                user.revision++;
                PeopleHistory.user(entities, caller, user.id, "changed", changes);
            }
            return accounts.shown(user);
        });
    }
}

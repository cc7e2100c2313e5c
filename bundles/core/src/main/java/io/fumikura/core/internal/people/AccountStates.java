package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.account.Factors;
import io.fumikura.core.internal.account.OpenLinks;
import io.fumikura.core.internal.account.Sessions;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.mail.MailAddress;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.people.InitialPasswords.Fresh;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserStates;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Locks, opens, deletes and restores accounts. Each change locks the tenant first. */
@Component
public final class AccountStates implements UserStates {

    /** How often records may come to a user who is just being deleted. */
    private static final int MOST_ROUNDS = 20;

    private final Transactions transactions;
    private final InitialPasswords passwords;
    private final RecordHandover records;

    @Activate
    public AccountStates(
            @Reference Transactions transactions, @Reference InitialPasswords passwords, @Reference RecordHandover records) {
        this.transactions = transactions;
        this.passwords = passwords;
        this.records = records;
    }

    @FunctionalInterface
    private interface Step {
        void run(EntityManager entities, TenantRow tenant, UserRow user);
    }

    /** One change of a user whom the caller may change. */
    private UserAccount change(Caller caller, UserId id, String action, Step step) {
        return transactions.retried(entities -> change(entities, caller, id, action, step));
    }

    private static UserAccount change(EntityManager entities, Caller caller, UserId id, String action, Step step) {
        TenantRow tenant = Companies.lock(entities, caller);
        var accounts = new Accounts(entities, caller);
        UserRow user = accounts.managed(id);
        String before = user.state;
        step.run(entities, tenant, user);
        user.revision++;
        PeopleHistory.user(entities, caller, user.id, action, new Change("state", before, user.state));
        return accounts.shown(user);
    }

    @Override
    public UserAccount lock(Caller caller, UserId id) {
        refuseSelf(caller, id);
        return change(caller, id, "locked", (entities, tenant, user) -> {
            refuseDeleted(user);
            Administrators.requireAnother(entities, user);
            user.state = "LOCKED";
            Sessions.endAll(entities, user.id, caller.name());
        });
    }

    @Override
    public UserAccount unlock(Caller caller, UserId id) {
        return change(caller, id, "unlocked", (entities, tenant, user) -> {
            refuseDeleted(user);
            if (user.state.equals("LOCKED")) {
                user.state = user.mustChangePassword ? "INVITED" : "ACTIVE";
            }
            user.failures = 0;
            user.lockedUntil = null;
        });
    }

    @Override
    public void endSessions(Caller caller, UserId id) {
        change(caller, id, "sessions-ended", (entities, tenant, user) -> Sessions.endAll(entities, user.id, caller.name()));
    }

    @Override
    public UserAccount issuePassword(Caller caller, UserId id) {
        refuseSelf(caller, id);
        Fresh fresh = passwords.make();
        return change(caller, id, "password-issued", (entities, tenant, user) -> {
            refuseDeleted(user);
            passwords.issue(entities, tenant, user, fresh);
            Sessions.endAll(entities, user.id, caller.name());
        });
    }

    @Override
    public long records(Caller caller, UserId id) {
        return transactions.read(entities -> RecordHandover.count(entities, new Accounts(entities, caller).find(id).id));
    }

    @Override
    public UserAccount delete(Caller caller, UserId id, Optional<UserId> heir) {
        refuseSelf(caller, id);
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            // Records go in portions, each in a transaction of its own; whoever repeats an interrupted deletion goes on with the rest.
            while (transactions.retried(entities -> handOverSome(entities, caller, id, heir))) {
                continue;
            }
            while (transactions.retried(entities -> forgetSomeGrants(entities, caller, id))) {
                continue;
            }
            Optional<UserAccount> deleted = transactions.retried(entities ->
                    isFree(entities, caller, id) ? Optional.of(delete(entities, caller, id)) : Optional.empty());
            if (deleted.isPresent()) {
                return deleted.get();
            }
        }
        throw new PlatformException(
                Category.CONFLICT, "user.busy", "Records go on being given to the user. Try again when it is quiet.");
    }

    /** Whether no record has come to the user since the last portion, nor a grant on one; none can come from here on, see {@link Holds}. */
    private static boolean isFree(EntityManager entities, Caller caller, UserId id) {
        Companies.lock(entities, caller);
        Sql.query(entities, "select id from app_user where id = ? for update", row -> 1, id.value());
        return RecordHandover.count(entities, id.value()) == 0 && !RecordHandover.isGranted(entities, id.value());
    }

    private static UserAccount delete(EntityManager entities, Caller caller, UserId id) {
        return change(entities, caller, id, "deleted", (within, tenant, user) -> {
            refuseDeleted(user);
            Administrators.requireAnother(entities, user);
            user.state = "DELETED";
            user.deleted = Instant.now();
            user.mailKey = null;
            user.passwordHash = "none";
            user.mustChangePassword = false;
            user.initialExpires = null;
            Sessions.endAll(entities, user.id, caller.name());
            Factors.removeAll(entities, user);
            Sql.update(entities, "delete from api_token where user_id = ?", user.id);
            OpenLinks.end(entities, user.id);
            RecordHandover.ofRules(entities, tenant.id, user.id, Optional.empty());
            Sql.update(entities, "delete from user_delegate where signer_id = ? or delegate_id = ?", user.id, user.id);
        });
    }

    private boolean handOverSome(EntityManager entities, Caller caller, UserId id, Optional<UserId> heir) {
        var accounts = new Accounts(entities, caller);
        UserRow user = accounts.managed(id);
        refuseDeleted(user);
        Administrators.requireAnother(entities, user);
        long owned = RecordHandover.count(entities, user.id);
        if (owned == 0) {
            return false;
        }
        if (heir.isEmpty()) {
            requireNoRecords(owned);
        }
        records.some(entities, caller, user, heir(accounts, user, heir.orElseThrow()));
        return true;
    }

    private boolean forgetSomeGrants(EntityManager entities, Caller caller, UserId id) {
        UserRow user = new Accounts(entities, caller).managed(id);
        Administrators.requireAnother(entities, user);
        return records.someGrants(entities, caller, new RecordHandover.Party(user.id, user.name), Optional.empty()) > 0;
    }

    private static UserRow heir(Accounts accounts, UserRow user, UserId wanted) {
        UserRow heir = accounts.find(wanted);
        if (heir.id.equals(user.id) || !heir.mayEnter()) {
            throw new PlatformException(Category.CONFLICT, "user.heir", "Records go to somebody who can sign in.");
        }
        return heir;
    }

    private static void requireNoRecords(long owned) {
        if (owned > 0) {
            throw new PlatformException(
                    Category.CONFLICT,
                    "user.owns-records",
                    "The user is in charge of " + owned + " records. Say who takes them over.",
                    Map.of("count", owned),
                    null);
        }
    }

    @Override
    public UserAccount restore(Caller caller, UserId id) {
        Fresh fresh = passwords.make();
        return change(caller, id, "restored", (entities, tenant, user) -> {
            if (!user.state.equals("DELETED")) {
                throw new PlatformException(Category.CONFLICT, "user.not-deleted", "The user is not deleted.");
            }
            String key = MailKey.of(MailAddress.of(user.mail));
            UserWriter.requireFree(entities, key, user.id);
            user.mailKey = key;
            user.state = "INVITED";
            user.deleted = null;
            passwords.welcome(entities, tenant, user);
            passwords.issue(entities, tenant, user, fresh);
        });
    }

    private static void refuseSelf(Caller caller, UserId id) {
        if (caller.user().equals(id)) {
            throw new PlatformException(Category.CONFLICT, "user.self", "You can't do this with your own account.");
        }
    }

    private static void refuseDeleted(UserRow user) {
        if (user.state.equals("DELETED")) {
            throw new PlatformException(Category.CONFLICT, "user.deleted", "The user is deleted. Restore him first.");
        }
    }
}

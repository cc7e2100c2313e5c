package io.fumikura.core.internal.people;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.mail.Mails;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.record.Company;
import io.fumikura.core.internal.record.LoanType;
import io.fumikura.core.internal.record.NewRecord;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.RecordId;
import io.fumikura.people.Group;
import io.fumikura.people.GroupId;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A company's administration, put together as in the platform. */
final class Office {

    final Transactions transactions;
    final GroupTree groups;
    final StoredUsers users;
    final AccountStates states;
    final RecordWriter records;
    final Company company;
    final Caller boss;

    Office(Transactions transactions, Path folder) {
        this.transactions = transactions;
        var mails = new Mails(transactions, new Secrets(folder.resolve("keys")));
        var passwords = new InitialPasswords(mails, new PublicUrl("https://fumikura.example.com"));
        records = new RecordWriter(
                transactions, new LedgerCatalog(List.of(new LoanType()), List.of()), new PluginCalls(), List.of());
        groups = new GroupTree(transactions, new RecordHandover(records));
        users = new StoredUsers(transactions, passwords);
        states = new AccountStates(transactions, passwords, new RecordHandover(records));
        company = Company.found(transactions, "甲社");
        boss = company.hire("社長", Permission.TENANT_ADMINISTRATOR);
        transactions.run(entities -> Sql.update(
                entities, "update tenant set code = 'A15336' where id = ?", company.id().value()));
    }

    Group group(String name) {
        return groups.create(boss, Optional.empty(), name);
    }

    Group group(Group parent, String name) {
        return groups.create(boss, Optional.of(parent.id()), name);
    }

    static UserForm form(String name, String mail, List<Group> groups, Permission... permissions) {
        return new UserForm(
                name, mail, List.of(), groups.stream().map(Group::id).toList(), Set.of(permissions), Locale.JAPANESE);
    }

    UserAccount register(String name, List<Group> groups, Permission... permissions) {
        String mail = name.codePoints().mapToObj(Integer::toHexString).reduce("", String::concat) + "@example.com";
        return users.create(boss, Optional.empty(), form(name, mail, groups, permissions));
    }

    /** A record that the caller registers. */
    RecordId record(Caller caller) {
        var id = RecordId.random();
        transactions.run(entities -> records.create(
                entities, new NewRecord(id, caller, Optional.of("loans"), "a.pdf", "application/pdf", 3, "a".repeat(64), null)));
        return id;
    }

    RecordRow row(RecordId id) {
        return transactions.read(entities -> entities.find(RecordRow.class, id.value()));
    }

    void grant(RecordId record, UUID grantee, AccessLevel level) {
        transactions.run(entities -> Sql.update(
                entities,
                "insert into access_grant (id, holder_id, kind, grantee_id, access_level) values (?, ?, 'GROUP', ?, ?)",
                UUID.randomUUID(),
                record.value(),
                grantee,
                level.name()));
    }

    List<UUID> granted(RecordId record) {
        return transactions.read(entities -> Sql.query(
                entities,
                "select grantee_id from access_grant where holder_id = ?",
                row -> row.getObject(1, UUID.class),
                record.value()));
    }

    /** The user, signed in; his initial password is changed. */
    Caller as(UserAccount user) {
        transactions.run(entities -> {
            UserRow row = entities.find(UserRow.class, user.id().value());
            row.state = "ACTIVE";
            row.mustChangePassword = false;
        });
        return new Caller(company.id(), user.id(), user.name(), user.permissions(), user.language(), "test");
    }

    Group groupNow(GroupId id) {
        return groups.list(boss, "").stream().filter(group -> group.id().equals(id)).findFirst().orElseThrow();
    }

    UserAccount now(UserId id) {
        return users.show(boss, id);
    }

    List<String> history(String action) {
        return transactions.read(entities -> Sql.query(
                entities, "select action from history_entry where action = ?", row -> row.getString(1), action));
    }

    /** The code with which something is refused; {@code done} when it is not. */
    static String refusal(ThrowingCallable call) {
        PlatformException refused = catchThrowableOfType(PlatformException.class, call);
        return refused == null ? "done" : refused.code();
    }

    /** What all answer when they start at the same moment: the code of the refusal, or done. */
    static List<String> atOnce(ThrowingCallable... calls) throws Exception {
        var start = new CyclicBarrier(calls.length);
        var threads = Executors.newFixedThreadPool(calls.length);
        try {
            List<Callable<String>> tasks = Arrays.stream(calls)
                    .<Callable<String>>map(call -> () -> {
                        start.await();
                        return refusal(call);
                    })
                    .toList();
            var answers = new ArrayList<String>();
            for (Future<String> task : threads.invokeAll(tasks)) {
                answers.add(answer(task));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String answer(Future<String> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}

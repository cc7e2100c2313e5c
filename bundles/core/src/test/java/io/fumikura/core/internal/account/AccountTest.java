package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.Caller;
import io.fumikura.account.Client;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.Session;
import io.fumikura.core.internal.mail.Mails;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plan.Licences;
import io.fumikura.core.internal.record.Company;
import io.fumikura.people.GroupId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What tests of sign-in stand on: a company in an empty database of each kind, at a clock that the test sets. */
abstract class AccountTest {

    static final String PASSWORD = "四つの 単語 をならべた 合言葉です";
    static final String OTHER = "べつの 単語 をならべた 合言葉です";
    static final Client OFFICE = new Client("192.0.2.1", "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0");
    private static final String HASH = PasswordHash.of(PASSWORD);

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    TestDatabase.Place place;
    Transactions transactions;
    Secrets secrets;
    Mails mails;
    PublicUrl url = new PublicUrl("https://fumikura.example.com/");
    Sessions sessions;
    PasswordSignIn signIn;
    Factors factors;
    TenantSessions open;
    StagedSignIn steps;
    AccountFactors account;
    AccountPasskeys passkeys;
    PasskeySignIn passkeySteps;
    TenantRules rules;
    Company company;
    Instant now = Instant.parse("2026-04-01T00:00:00Z");
    private int requests;

    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @BeforeEach
    void openDatabase() {
        place = vendor.create(folder);
        transactions = place.open();
        start();
        company = Company.found(transactions, "甲社");
    }

    /** Makes the parts anew, as after a restart. */
    void start() {
        secrets = new Secrets(folder.resolve("keys"));
        mails = new Mails(transactions, secrets);
        sessions = new Sessions(transactions, terms(), clock);
        signIn = new PasswordSignIn(transactions, sessions, licences(), clock);
        var factorNotices = new FactorNotices(mails, url, clock);
        factors = new Factors(secrets, factorNotices, clock);
        open = new TenantSessions(transactions, sessions, clock);
        steps = new StagedSignIn(transactions, new StepLock(transactions, sessions, licences()), sessions, factors, open);
        var changes = new ConfirmedChanges(transactions, sessions, clock);
        account = new AccountFactors(transactions, sessions, factors, changes, factorNotices);
        var ceremonies = new Ceremonies(url, clock);
        var verdicts = new PasskeyVerdicts(factors, ceremonies, factorNotices);
        passkeys = new AccountPasskeys(transactions, sessions, changes, ceremonies, verdicts, factorNotices);
        passkeySteps = new PasskeySignIn(
                transactions, new StepLock(transactions, sessions, licences()), sessions, ceremonies, verdicts, clock);
        rules = new TenantRules(transactions);
    }

    TermsTexts terms() {
        return new TermsTexts(false, folder);
    }

    Licences licences() {
        return new Licences(tenant -> OptionalInt.empty());
    }

    PasswordNotices notices() {
        return new PasswordNotices(mails, url);
    }

    @AfterEach
    void closeDatabase() {
        if (transactions != null) {
            transactions.close();
        }
    }

    /** Somebody with the {@link #PASSWORD}. */
    Caller hire(String name, Permission... permissions) {
        return hire(name, user -> {}, permissions);
    }

    Caller hire(String name, Consumer<UserRow> change, Permission... permissions) {
        Caller hired = company.hire(name, permissions);
        change(hired, user -> {
            user.passwordHash = HASH;
            change.accept(user);
        });
        return hired;
    }

    void change(Caller who, Consumer<UserRow> change) {
        transactions.run(entities -> change.accept(entities.find(UserRow.class, who.user().value())));
    }

    /** @param above the path of the group above; {@code /} for none */
    Place group(String name, String above) {
        var id = new GroupId(UUID.randomUUID());
        String path = above + id.value() + "/";
        transactions.run(entities -> Sql.update(
                entities,
                "insert into user_group (id, tenant_id, name, name_key, path, created, revision, lock_version) values (?, ?, ?, ?, ?, ?, 0, 0)",
                id.value(),
                company.id().value(),
                name,
                name,
                path,
                now));
        return new Place(id, path);
    }

    record Place(GroupId id, String path) {}

    void put(Caller who, Place... groups) {
        transactions.run(entities -> {
            for (Place group : groups) {
                Sql.update(entities, "insert into user_group_member (user_id, group_id, place) values (?, ?, 0)", who.user().value(), group.id().value());
            }
        });
    }

    static String mail(Caller who) {
        return who.user() + "@example.com";
    }

    Session enter(Caller who) {
        return signIn.signIn(mail(who), PASSWORD, false, OFFICE);
    }

    /** The caller of a request with a full session. */
    Caller present(Session session) {
        return signIn.caller(session.token(), "request-" + requests++).orElseThrow();
    }

    /** The code of the refusal, or "done". */
    static String code(ThrowingCallable call) {
        PlatformException refused = catchThrowableOfType(PlatformException.class, call);
        return refused == null ? "done" : refused.code();
    }

    /** The texts of the mails of a template, the oldest first. */
    List<String> mails(String template) {
        return transactions.read(entities -> Sql.query(
                entities,
                "select id, text_encrypted from mail where template = ? order by created, id",
                row -> secrets.decrypt(row.getString("text_encrypted"), "mail:" + row.getObject("id")),
                template));
    }

    /** The actions in the history that begin so, the oldest first. */
    List<String> actions(String begin) {
        return transactions.read(entities -> Sql.query(
                entities,
                "select action from history_entry where action like ? order by log_id, sequence",
                row -> row.getString(1),
                begin + "%"));
    }
}

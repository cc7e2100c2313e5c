package io.fumikura.core.internal.tenant;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.Caller;
import io.fumikura.account.Client;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.Session;
import io.fumikura.core.internal.account.PasswordSignIn;
import io.fumikura.core.internal.account.Sessions;
import io.fumikura.core.internal.account.TermsTexts;
import io.fumikura.core.internal.mail.Mails;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.people.InitialPasswords;
import io.fumikura.core.internal.people.Recruiting;
import io.fumikura.core.internal.people.StoredUsers;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.pipeline.SamplePlugins;
import io.fumikura.core.internal.plan.Licences;
import io.fumikura.core.internal.plan.StoredPlans;
import io.fumikura.core.internal.plan.Tiers;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.core.internal.record.Company;
import io.fumikura.plan.spi.Terms;
import io.fumikura.tenant.FirstAdministrator;
import io.fumikura.tenant.Tenant;
import io.fumikura.tenant.TenantForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The desk of those who run the platform, put together as in the platform. */
final class Operations {

    private static final Pattern PASSWORD = Pattern.compile("Initial password: (\\S+)");

    final Transactions transactions;
    final Plugins plugins = new Plugins();
    final StoredTenants tenants;
    final StoredTenantSettings settings;
    final StoredPlans plans;
    final Sessions sessions;
    final PasswordSignIn signIn;
    final StoredUsers users;
    final Caller operator;
    private final Secrets secrets;

    Operations(Transactions transactions, Path folder) {
        this.transactions = transactions;
        secrets = new Secrets(folder.resolve("keys"));
        var mails = new Mails(transactions, secrets);
        var passwords = new InitialPasswords(mails, new PublicUrl("https://fumikura.example.com"));
        var tiers = new Tiers(plugins, new PluginCalls());
        users = new StoredUsers(transactions, passwords);
        tenants = new StoredTenants(transactions, tiers, new Recruiting(users, passwords));
        settings = new StoredTenantSettings(transactions);
        plans = new StoredPlans(transactions, tiers);
        sessions = new Sessions(transactions, new TermsTexts(false, folder));
        signIn = new PasswordSignIn(transactions, sessions, new Licences(transactions, tiers));
        operator = Company.found(transactions, "運営").hire("運営太郎", Permission.OPERATOR);
        tier("standard", 100, 20);
    }

    /** Drops a tier in, in place of one with its name. */
    void tier(String id, long uploads, int licences) {
        var terms = new Terms(OptionalLong.of(uploads), 1_000_000, OptionalInt.of(licences), OptionalInt.of(5), Set.of());
        plugins.tiers().add(id, Plugin.of(id + " 1.0.0", new SamplePlugins.Tier(id, terms)));
    }

    static TenantForm form(String name, String plan) {
        return new TenantForm(name, plan, "Asia/Tokyo", List.of(), List.of("T1234567890123"));
    }

    Tenant create(String code, String name) {
        return tenants.create(operator, code, form(name, "standard"), administrator(code));
    }

    static FirstAdministrator administrator(String code) {
        return new FirstAdministrator("Admin of " + code, code.toLowerCase(Locale.ROOT) + "@example.com", Locale.ENGLISH);
    }

    /** The initial password that was mailed to an address. */
    String mailedPassword(String address) {
        return transactions.read(entities -> Sql.query(
                        entities,
                        "select id, text_encrypted from mail where recipient = ? and template = 'initial-password'",
                        row -> secrets.decrypt(row.getString(2), "mail:" + row.getObject(1, UUID.class)),
                        address))
                .stream()
                .map(PASSWORD::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    Session enter(String login, String password) {
        return signIn.signIn(login, password, false, new Client("192.0.2.1", "Firefox"));
    }

    /** What stands in a log about companies. */
    List<String> history(UUID log) {
        return transactions.read(entities -> Sql.query(
                entities,
                "select action from history_entry where log_id = ? and subject_type = 'tenant' order by sequence",
                row -> row.getString(1),
                log));
    }

    /** The code with which something is refused; {@code done} when it is not. */
    static String refusal(ThrowingCallable call) {
        PlatformException refused = catchThrowableOfType(PlatformException.class, call);
        return refused == null ? "done" : refused.code();
    }
}

package io.fumikura.core.internal.tenant;

import static io.fumikura.core.internal.tenant.Operations.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.PasswordRule;
import io.fumikura.account.Permission;
import io.fumikura.account.SignInRules;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.history.Logs;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Company;
import io.fumikura.people.UserForm;
import io.fumikura.tenant.Settings;
import io.fumikura.tenant.Tenant;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTenantSettingsTest {

    @TempDir
    Path folder;

    private Transactions transactions;
    private Operations operations;
    private StoredTenantSettings settings;
    private Tenant tenant;
    private Caller administrator;

    @BeforeEach
    void open() {
        transactions = TestDatabase.H2.create(folder).open();
        operations = new Operations(transactions, folder);
        settings = operations.settings;
        tenant = operations.create("A15336", "甲");
        administrator = new Company(transactions, tenant.id()).hire("管理花子", Permission.TENANT_ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    private static Settings with(Settings before, String pattern, boolean ownNames, int idle) {
        var rules = new SignInRules(
                PasswordRule.Policy.CLASSIC, true, idle, before.signIn().longestDays(), before.signIn().version());
        return new Settings(rules, "other", pattern, ownNames);
    }

    @Test
    void anAdministratorChangesThoseOfTheOwnCompany() {
        Settings before = settings.read(administrator, tenant.id());
        Settings after = settings.change(administrator, tenant.id(), with(before, "{code}-{number}", false, 30));

        assertThat(after).isEqualTo(settings.read(administrator, tenant.id()));
        assertThat(after.code()).isEqualTo("A15336");
        assertThat(after.loginPattern()).isEqualTo("{code}-{number}");
        assertThat(after.ownNameChange()).isFalse();
        assertThat(after.signIn()).returns(30, SignInRules::idleMinutes).returns(PasswordRule.Policy.CLASSIC, SignInRules::passwordPolicy);
        assertThat(operations.history(tenant.id().value())).contains("tenant.settings-changed");
        assertThat(operations.history(Logs.PLATFORM)).doesNotContain("tenant.settings-changed");
    }

    @Test
    void theNextUserIdFollowsTheNewPattern() {
        Settings before = settings.read(administrator, tenant.id());
        settings.change(administrator, tenant.id(), with(before, "{code}_{number}x", true, 30));

        var form = new UserForm("次郎", "jiro@example.com", List.of(), List.of(), Set.of(Permission.VIEWER), Locale.JAPANESE);
        assertThat(operations.users.create(administrator, Optional.empty(), form).loginId()).isEqualTo("A15336_01x");
    }

    @Test
    void anOperatorChangesThoseOfAnyCompanyAndItStandsInBothHistories() {
        Settings before = settings.read(operations.operator, tenant.id());
        settings.change(operations.operator, tenant.id(), with(before, "{code}{number}", true, 45));

        assertThat(settings.read(administrator, tenant.id()).signIn().idleMinutes()).isEqualTo(45);
        assertThat(operations.history(tenant.id().value())).contains("tenant.settings-changed");
        assertThat(operations.history(Logs.PLATFORM)).contains("tenant.settings-changed");
    }

    @Test
    void patternsThatWouldMakeNoGoodUserIdsAreRefused() {
        Settings before = settings.read(administrator, tenant.id());
        for (String pattern : List.of("", "{number}", "{code}", "{number}{code}", "{code}{number}{number}", "{code}社{number}", "{code}" + "x".repeat(40) + "{number}")) {
            assertThat(refusal(() -> settings.change(administrator, tenant.id(), with(before, pattern, true, 30))))
                    .as(pattern)
                    .isEqualTo("tenant.login-pattern");
        }
        assertThat(settings.read(administrator, tenant.id())).isEqualTo(before);
    }

    @Test
    void nothingIsWrittenWhenNothingChanges() {
        Settings before = settings.read(administrator, tenant.id());
        assertThat(settings.change(administrator, tenant.id(), before)).isEqualTo(before);
        assertThat(operations.history(tenant.id().value())).doesNotContain("tenant.settings-changed");
    }

    @Test
    void aChangeMadeOnAnOldVersionIsRefused() {
        Settings before = settings.read(administrator, tenant.id());
        settings.change(administrator, tenant.id(), with(before, "{code}{number}", true, 45));
        assertThat(refusal(() -> settings.change(administrator, tenant.id(), with(before, "{code}{number}", true, 60))))
                .isEqualTo("tenant.settings-changed");
    }

    @Test
    void everybodyElseIsRefusedWithoutBeingToldWhichCompaniesThereAre() {
        Caller clerk = new Company(transactions, tenant.id()).hire("一郎", Permission.CLERK);
        Caller stranger = Company.found(transactions, "他社").hire("他人", Permission.TENANT_ADMINISTRATOR);

        assertThat(refusal(() -> settings.read(clerk, tenant.id()))).isEqualTo("permission.missing");
        assertThat(refusal(() -> settings.read(stranger, tenant.id()))).isEqualTo("tenant.unknown");
        assertThat(refusal(() -> settings.read(stranger, TenantId.random()))).isEqualTo("tenant.unknown");
    }
}

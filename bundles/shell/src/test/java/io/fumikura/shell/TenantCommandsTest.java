package io.fumikura.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.TenantId;
import io.fumikura.plan.Plans;
import io.fumikura.plan.Tier;
import io.fumikura.plan.Usage;
import io.fumikura.plan.spi.Terms;
import io.fumikura.tenant.FirstAdministrator;
import io.fumikura.tenant.Tenant;
import io.fumikura.tenant.TenantForm;
import io.fumikura.tenant.TenantPage;
import io.fumikura.tenant.TenantQuery;
import io.fumikura.tenant.TenantState;
import io.fumikura.tenant.Tenants;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.junit.jupiter.api.Test;

class TenantCommandsTest {

    private static final Terms TERMS =
            new Terms(OptionalLong.of(100), 500L * 1024 * 1024, OptionalInt.of(5), OptionalInt.empty(), Set.of("extraction.en"));

    private final OneTenant tenants = new OneTenant();
    private final OnePlan plans = new OnePlan();

    private String output(Action command) throws Exception {
        if (command instanceof CompanyCommand company) {
            company.company = "A15336";
            company.codes = (caller, code) -> tenants.tenant.id();
        }
        return Shown.by(command);
    }

    @Test
    void listsTheCompaniesOfAllPages() throws Exception {
        var command = new TenantListCommand();
        command.tenants = tenants;
        command.state = "suspended";
        assertThat(output(command)).contains("A15336", "株式会社甲", "light").containsPattern("A15336(?s:.*)A15336");
        assertThat(tenants.asked.state()).contains(TenantState.SUSPENDED);
    }

    @Test
    void makesACompanyWithItsFirstAdministrator() throws Exception {
        var command = new TenantCreateCommand();
        command.tenants = tenants;
        command.code = "B1";
        command.name = "乙";
        command.administrator = "花子";
        command.mail = "hanako@example.com";
        command.plan = "business";
        assertThat(output(command)).contains("B1 is there on the plan business; two mails go to hanako@example.com.");
    }

    @Test
    void changesNothingButThePlan() throws Exception {
        var command = new TenantPlanCommand();
        command.tenants = tenants;
        command.plan = "business";
        assertThat(output(command)).contains("A15336 was on light and is on business now.");
        assertThat(tenants.tenant).returns("株式会社甲", Tenant::name).returns(List.of("甲"), Tenant::ownNames);
    }

    @Test
    void shutsACompanyForAReason() throws Exception {
        var command = new TenantStateCommand();
        command.tenants = tenants;
        command.state = "suspended";
        command.reason = "未払い";
        assertThat(output(command)).contains("A15336 was ACTIVE and is SUSPENDED now.");
        assertThat(tenants.tenant.reason()).isEqualTo("未払い");
    }

    @Test
    void listsTheTiersWithTheirLimits() throws Exception {
        var command = new PlanListCommand();
        command.plans = plans;
        assertThat(output(command)).contains("light", "Light", "100", "no limit", "500", "extraction.en");
    }

    @Test
    void tellsWhatIsUsedAndThatAPlanIsAway() throws Exception {
        var command = new UsageCommand();
        command.plans = plans;
        assertThat(output(command)).contains("Plan: light", "uploads in 2026-04", "42", "100", "2026-03  7 uploads").doesNotContain("not running");

        plans.tier = Optional.empty();
        assertThat(output(command)).contains("not running", "not known");
    }

    private static final class OneTenant implements Tenants {
        private Tenant tenant = new Tenant(
                TenantId.random(), "A15336", "株式会社甲", TenantState.ACTIVE, "", "light", ZoneId.of("Asia/Tokyo"), List.of("甲"), List.of(),
                Instant.EPOCH, 3, 1);
        private TenantQuery asked = TenantQuery.ALL;

        private Tenant put(String code, TenantForm form, TenantState state, String reason) {
            tenant = new Tenant(
                    tenant.id(), code, form.name(), state, reason, form.plan(), ZoneId.of(form.timeZone()), form.ownNames(), form.ownNumbers(),
                    tenant.created(), tenant.users(), tenant.version() + 1);
            return tenant;
        }

        @Override
        public TenantPage list(Caller caller, TenantQuery query) {
            assertThat(caller.permissions()).containsExactly(Permission.OPERATOR);
            asked = query;
            return new TenantPage(List.of(tenant), 2, query.cursor().isPresent() ? Optional.empty() : Optional.of(tenant.code()));
        }

        @Override
        public Tenant show(Caller caller, TenantId id) {
            assertThat(id).isEqualTo(tenant.id());
            return tenant;
        }

        @Override
        public Tenant create(Caller caller, String code, TenantForm form, FirstAdministrator first) {
            assertThat(first.mail()).isEqualTo("hanako@example.com");
            return put(code, form, TenantState.ACTIVE, "");
        }

        @Override
        public Tenant change(Caller caller, TenantId id, long version, TenantForm form) {
            assertThat(version).isEqualTo(tenant.version());
            return put(tenant.code(), form, tenant.state(), tenant.reason());
        }

        @Override
        public Tenant move(Caller caller, TenantId id, long version, TenantState state, String reason) {
            assertThat(caller.tenant()).as("the operator is none of its people").isNotEqualTo(id);
            return put(tenant.code(), new TenantForm(tenant.name(), tenant.plan(), "Asia/Tokyo", tenant.ownNames(), List.of()), state, reason);
        }
    }

    private static final class OnePlan implements Plans {
        private Optional<Tier> tier = Optional.of(new Tier("light", "ライト", "Light", TERMS));

        @Override
        public List<Tier> tiers(Caller caller) {
            return tier.stream().toList();
        }

        @Override
        public Usage usage(Caller caller, TenantId tenant) {
            assertThat(caller.tenant()).isEqualTo(tenant);
            return new Usage(
                    tenant, "light", tier, YearMonth.of(2026, 4), 42, List.of(new Usage.Month(YearMonth.of(2026, 3), 7)), 9, 1000, 3, 2);
        }
    }
}

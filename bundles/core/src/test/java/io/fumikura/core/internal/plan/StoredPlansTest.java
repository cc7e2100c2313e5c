package io.fumikura.core.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.pipeline.Platform;
import io.fumikura.core.internal.pipeline.SamplePlugins;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.record.Company;
import io.fumikura.document.RecordId;
import io.fumikura.plan.Tier;
import io.fumikura.plan.Usage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class StoredPlansTest {

    @Parameter
    TestDatabase vendor;

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    private Platform platform;
    private StoredPlans plans;
    private Caller boss;

    @BeforeEach
    void open() {
        platform = new Platform(vendor, folder);
        plans = new StoredPlans(platform.transactions, new Tiers(platform.plugins, platform.calls));
        boss = platform.company.hire("社長", Permission.TENANT_ADMINISTRATOR);
    }

    @AfterEach
    void close() throws Exception {
        if (platform != null) {
            platform.close();
        }
    }

    private Usage usage() {
        return plans.usage(boss, boss.tenant());
    }

    @Test
    void tellsWhatIsUsedOfThePlan() {
        platform.upload("a.txt", "three");
        platform.upload("b.txt", "seventeen letters");

        Usage usage = usage();

        assertThat(usage.tier()).map(Tier::japanese).contains("見本");
        assertThat(usage.tier().orElseThrow().terms().monthlyUploads()).hasValue(1000);
        assertThat(usage.month()).isEqualTo(YearMonth.now(ZoneId.of("Asia/Tokyo")));
        assertThat(usage.uploads()).isEqualTo(2);
        assertThat(usage.records()).isEqualTo(2);
        assertThat(usage.bytes()).isEqualTo("three".length() + "seventeen letters".length());
        assertThat(usage.users()).isEqualTo(2);
        assertThat(usage.sessions()).isZero();
    }

    @Test
    void deletingGivesNothingBack() {
        RecordId id = platform.upload("a.txt", "three");
        platform.transactions.run(entities -> {
            Sql.update(entities, "delete from job where record_id = ?", id.value());
            Sql.update(entities, "delete from record where id = ?", id.value());
        });

        assertThat(usage()).returns(0L, Usage::records).returns(1L, Usage::uploads);
    }

    @Test
    void keepsTheMonthsAndBeginsANewOneAtTheCompanysMidnight() {
        platform.transactions.run(entities -> {
            Sql.update(entities, "insert into upload_usage (tenant_id, usage_month, uploads) values (?, '2025-12', 40)", boss.tenant().value());
            Sql.update(entities, "insert into upload_usage (tenant_id, usage_month, uploads) values (?, '2026-01', 3)", boss.tenant().value());
        });
        var beforeMidnight = Clock.fixed(Instant.parse("2025-12-31T14:59:59Z"), ZoneOffset.UTC);
        var afterMidnight = Clock.fixed(Instant.parse("2025-12-31T15:00:00Z"), ZoneOffset.UTC);
        var tiers = new Tiers(platform.plugins, platform.calls);

        assertThat(new StoredPlans(platform.transactions, tiers, beforeMidnight).usage(boss, boss.tenant()).uploads()).isEqualTo(40);
        Usage january = new StoredPlans(platform.transactions, tiers, afterMidnight).usage(boss, boss.tenant());
        assertThat(january).returns(YearMonth.of(2026, 1), Usage::month).returns(3L, Usage::uploads);
        assertThat(january.months())
                .containsExactly(new Usage.Month(YearMonth.of(2026, 1), 3), new Usage.Month(YearMonth.of(2025, 12), 40));
    }

    @Test
    void withoutTheTierEverythingButItsTermsIsThere() {
        platform.upload("a.txt", "three");
        platform.plugins.tiers().remove("tier");

        assertThat(usage().tier()).isEmpty();
        assertThat(usage()).returns("standard", Usage::plan).returns(1L, Usage::uploads);
    }

    @Test
    void listsTheTiersThatRunAndLeavesOutOnesThatFail() {
        platform.plugins.tiers().add("golden", Plugin.of("golden 1.0.0", new SamplePlugins.Tier("golden", new SamplePlugins.Tier(1).terms())));
        platform.plugins.tiers().add("twin", Plugin.of("twin 1.0.0", new SamplePlugins.Tier(5, Set.of())));
        platform.plugins.tiers().add("broken", Plugin.of("broken 1.0.0", new SamplePlugins.Tier("broken", null)));

        assertThat(plans.tiers(boss)).extracting(Tier::id).contains("golden", "standard").doesNotHaveDuplicates();
        assertThat(usage().tier().orElseThrow().terms().monthlyUploads()).as("the first of two with one name").hasValue(1000);
    }

    @Test
    void onlyAdministratorsSeeIt() {
        Caller stranger = Company.found(platform.transactions, "他社").hire("他人", Permission.TENANT_ADMINISTRATOR);
        Caller operator = Company.found(platform.transactions, "運営").hire("運営", Permission.OPERATOR);

        assertThatThrownBy(() -> plans.usage(platform.clerk, boss.tenant())).isInstanceOfSatisfying(
                PlatformException.class, e -> assertThat(e.code()).isEqualTo("permission.missing"));
        assertThatThrownBy(() -> plans.tiers(platform.clerk)).isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> plans.usage(stranger, boss.tenant())).isInstanceOfSatisfying(
                PlatformException.class, e -> assertThat(e.code()).isEqualTo("tenant.unknown"));
        assertThat(plans.usage(operator, boss.tenant()).plan()).isEqualTo("standard");
    }
}

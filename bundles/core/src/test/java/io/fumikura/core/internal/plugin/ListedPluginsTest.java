package io.fumikura.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.pipeline.SamplePlugins;
import io.fumikura.core.internal.record.LoanType;
import io.fumikura.document.spi.DocumentType;
import io.fumikura.plugin.RunningPlugin;
import io.fumikura.plugin.RunningPlugin.Kind;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListedPluginsTest {

    private final Plugins plugins = new Plugins();
    private final ListedPlugins listed = new ListedPlugins(plugins);

    private static Caller somebody(Permission permission) {
        return new Caller(TenantId.random(), UserId.random(), "x", Set.of(permission), Locale.JAPANESE, "r");
    }

    @Test
    void operatorsSeeWhatRunsByKindAndName() {
        plugins.tiers().add("b", Plugin.of("io.fumikura.plan-b 2.1.0", new SamplePlugins.Tier(1)));
        plugins.tiers().add("a", Plugin.of("io.fumikura.plan-a 1.0.0", new SamplePlugins.Tier(1)));
        plugins.types().add("type", Plugin.<DocumentType>of("io.fumikura.type-loan 1.0.0", new LoanType()));

        assertThat(listed.list(somebody(Permission.OPERATOR)))
                .containsExactly(
                        new RunningPlugin(Kind.DOCUMENT_TYPE, "io.fumikura.type-loan", "1.0.0", ""),
                        new RunningPlugin(Kind.PLAN_TIER, "io.fumikura.plan-a", "1.0.0", ""),
                        new RunningPlugin(Kind.PLAN_TIER, "io.fumikura.plan-b", "2.1.0", ""));

        plugins.tiers().remove("a");
        assertThat(listed.list(somebody(Permission.OPERATOR))).hasSize(2);
    }

    @Test
    void nobodyElseSeesThem() {
        assertThatThrownBy(() -> listed.list(somebody(Permission.TENANT_ADMINISTRATOR))).isInstanceOfSatisfying(
                PlatformException.class, e -> assertThat(e.code()).isEqualTo("permission.missing"));
    }
}

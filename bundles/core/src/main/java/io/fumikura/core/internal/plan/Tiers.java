package io.fumikura.core.internal.plan;

import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.plan.spi.PlanTier;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The plan tiers that run now. */
@Component(service = Tiers.class)
public final class Tiers {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Plugins plugins;
    private final PluginCalls calls;

    /** What a tier says of itself. */
    public record Terms(OptionalLong monthlyUploads, OptionalInt licences, long maximumFileSize, Set<String> features) {

        public Terms {
            features = Set.copyOf(features);
        }
    }

    @Activate
    public Tiers(@Reference Plugins plugins, @Reference PluginCalls calls) {
        this.plugins = plugins;
        this.calls = calls;
    }

    /** The terms of a tenant's plan; empty while its plugin is away or does not answer. */
    public Optional<Terms> terms(String plan) throws InterruptedException {
        for (Plugin<PlanTier> plugin : plugins.tiers().all()) {
            try {
                Optional<Terms> terms = calls.call(plugin, Deadline.in(LIMIT), tier -> terms(tier, plan));
                if (terms.isPresent()) {
                    return terms;
                }
            } catch (DocumentException | PluginException notThisOne) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<Terms> terms(PlanTier tier, String plan) {
        return tier.id().equals(plan)
                ? Optional.of(new Terms(tier.monthlyUploads(), tier.licences(), tier.maximumFileSize(), tier.features()))
                : Optional.empty();
    }
}

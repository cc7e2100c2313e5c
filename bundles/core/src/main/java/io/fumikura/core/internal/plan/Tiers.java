package io.fumikura.core.internal.plan;

import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.plan.Tier;
import io.fumikura.plan.spi.PlanTier;
import io.fumikura.plan.spi.Terms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The plan tiers that run now. Asks plugins, so never inside of a transaction. */
@Component(service = Tiers.class)
public final class Tiers {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int LONGEST_LABEL = 60;

    private final Plugins plugins;
    private final PluginCalls calls;

    @Activate
    public Tiers(@Reference Plugins plugins, @Reference PluginCalls calls) {
        this.plugins = plugins;
        this.calls = calls;
    }

    /** The terms of a tenant's plan; empty while its plugin is away or does not answer. */
    public Optional<Terms> terms(String plan) throws InterruptedException {
        return tier(plan).map(Tier::terms);
    }

    /** The tier with an id; empty while its plugin is away or does not answer. */
    public Optional<Tier> tier(String plan) throws InterruptedException {
        for (Plugin<PlanTier> plugin : plugins.tiers().all()) {
            Optional<Tier> tier = ask(plugin).filter(found -> found.id().equals(plan));
            if (tier.isPresent()) {
                return tier;
            }
        }
        return Optional.empty();
    }

    /** All that answer, by id; of several with one id the first. */
    public List<Tier> all() throws InterruptedException {
        var tiers = new ArrayList<Tier>();
        for (Plugin<PlanTier> plugin : plugins.tiers().all()) {
            ask(plugin)
                    .filter(tier -> tiers.stream().noneMatch(known -> known.id().equals(tier.id())))
                    .ifPresent(tiers::add);
        }
        tiers.sort(Comparator.comparing(Tier::id));
        return tiers;
    }

    private Optional<Tier> ask(Plugin<PlanTier> plugin) throws InterruptedException {
        try {
            return Optional.of(calls.call(plugin, Deadline.in(LIMIT), Tiers::described));
        } catch (DocumentException | PluginException notThisOne) {
            return Optional.empty();
        }
    }

    private static Tier described(PlanTier tier) {
        return new Tier(tier.id(), label(tier, Locale.JAPANESE), label(tier, Locale.ENGLISH), Objects.requireNonNull(tier.terms()));
    }

    private static String label(PlanTier tier, Locale language) {
        String label = tier.label(language).strip();
        return label.isEmpty() ? tier.id() : label.substring(0, Math.min(LONGEST_LABEL, label.length()));
    }
}

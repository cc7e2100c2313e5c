package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.Renderer.Form;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which plugins take a type, best score first. One that does not answer properly takes nothing. */
@Component(service = PluginChoice.class)
public final class PluginChoice {

    private final Plugins plugins;
    private final PluginCalls calls;

    @Activate
    public PluginChoice(@Reference Plugins plugins, @Reference PluginCalls calls) {
        this.plugins = plugins;
        this.calls = calls;
    }

    private record Scored<T>(Plugin<T> plugin, int score) {}

    public List<Plugin<ContentReader>> readers(MediaType type) throws InterruptedException {
        return best(plugins.readers().all(), reader -> reader.score(type));
    }

    public List<Plugin<Renderer>> renderers(MediaType type, Form form) throws InterruptedException {
        return best(plugins.renderers().all(), renderer -> renderer.score(type, form));
    }

    public Optional<Plugin<Renderer>> renderer(MediaType type, Form form) throws InterruptedException {
        return renderers(type, form).stream().findFirst();
    }

    /** Whether any plugin does something with files of this type. */
    public boolean isTaken(MediaType type) throws InterruptedException {
        return !readers(type).isEmpty()
                || renderer(type, Form.PAGES).isPresent()
                || renderer(type, Form.PDF).isPresent();
    }

    private <T> List<Plugin<T>> best(List<Plugin<T>> all, PluginCalls.Call<T, OptionalInt> question) throws InterruptedException {
        var scored = new ArrayList<Scored<T>>();
        for (Plugin<T> plugin : all) {
            int score = score(plugin, question);
            if (score >= 1 && score <= 100) {
                scored.add(new Scored<>(plugin, score));
            }
        }
        return scored.stream()
                .sorted(Comparator.comparingInt(one -> -one.score()))
                .map(Scored::plugin)
                .toList();
    }

    @SuppressWarnings("OptionalAssignedToNull") // plugins may break the rules of nullness
    private <T> int score(Plugin<T> plugin, PluginCalls.Call<T, OptionalInt> question) throws InterruptedException {
        try {
            OptionalInt score = calls.call(plugin, Deadline.in(Limits.QUICK), question);
            return score == null ? 0 : score.orElse(0);
        } catch (DocumentException | PluginException e) {
            return 0;
        }
    }
}

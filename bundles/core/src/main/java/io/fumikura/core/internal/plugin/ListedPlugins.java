package io.fumikura.core.internal.plugin;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.plugin.RunningPlugin;
import io.fumikura.plugin.RunningPlugin.Kind;
import io.fumikura.plugin.RunningPlugins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names of the plugins that core knows at this moment. */
@Component
public final class ListedPlugins implements RunningPlugins {

    private static final Comparator<RunningPlugin> ORDER = Comparator.comparing(RunningPlugin::kind)
            .thenComparing(RunningPlugin::bundle)
            .thenComparing(RunningPlugin::component);

    private final Plugins plugins;

    @Activate
    public ListedPlugins(@Reference Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public List<RunningPlugin> list(Caller caller) {
        if (!caller.may(Permission.OPERATOR)) {
            throw new PlatformException(Category.FORBIDDEN, "permission.missing", "Plugins are for operators.");
        }
        var all = new ArrayList<RunningPlugin>();
        add(all, Kind.READER, plugins.readers());
        add(all, Kind.RENDERER, plugins.renderers());
        add(all, Kind.DOCUMENT_TYPE, plugins.types());
        add(all, Kind.EXTRACTOR, plugins.extractors());
        add(all, Kind.PLAN_TIER, plugins.tiers());
        add(all, Kind.NOTIFIER, plugins.notifiers());
        all.sort(ORDER);
        return all;
    }

    private static void add(List<RunningPlugin> all, Kind kind, PluginList<?> plugins) {
        for (Plugin<?> plugin : plugins.all()) {
            String name = plugin.name();
            int version = name.lastIndexOf(' ');
            String identity = plugin.identity();
            int component = identity.indexOf('/');
            all.add(new RunningPlugin(
                    kind,
                    version < 0 ? name : name.substring(0, version),
                    version < 0 ? "" : name.substring(version + 1),
                    component < 0 ? "" : identity.substring(component + 1)));
        }
    }
}

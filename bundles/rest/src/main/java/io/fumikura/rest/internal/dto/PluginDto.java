package io.fumikura.rest.internal.dto;

import io.fumikura.plugin.RunningPlugin;

/** @param component what of the bundle it is; empty when it says nothing */
public record PluginDto(RunningPlugin.Kind kind, String bundle, String version, String component) {

    public static PluginDto of(RunningPlugin plugin) {
        return new PluginDto(plugin.kind(), plugin.bundle(), plugin.version(), plugin.component());
    }
}

package io.fumikura.core.internal.plugin;

import java.util.ArrayList;
import java.util.List;

/** The plugins of one kind, in the order in which they came. Thread-safe. */
public final class PluginList<T> {

    private record Member<T>(Object key, Plugin<T> plugin) {}

    private final Runnable changed;
    private volatile List<Member<T>> members = List.of();

    PluginList(Runnable changed) {
        this.changed = changed;
    }

    public synchronized void add(Object key, Plugin<T> plugin) {
        var next = new ArrayList<>(members);
        next.removeIf(member -> member.key().equals(key));
        next.add(new Member<>(key, plugin));
        members = List.copyOf(next);
        changed.run();
    }

    public synchronized void remove(Object key) {
        members = members.stream().filter(member -> !member.key().equals(key)).toList();
        changed.run();
    }

    public List<Plugin<T>> all() {
        return members.stream().map(Member::plugin).toList();
    }
}

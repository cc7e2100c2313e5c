package io.fumikura.core.internal.plugin;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.service.component.ComponentServiceObjects;

/** A plugin in the service registry. */
final class ServicePlugin<T> implements Plugin<T> {

    private final ComponentServiceObjects<T> objects;
    private final String name;

    ServicePlugin(ComponentServiceObjects<T> objects) {
        this.objects = objects;
        Bundle bundle = objects.getServiceReference().getBundle();
        name = bundle == null ? "a plugin that is gone" : bundle.getSymbolicName() + " " + plain(bundle.getVersion());
    }

    private static String plain(Version version) {
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isGone() {
        return objects.getServiceReference().getBundle() == null;
    }

    @Override
    public Optional<T> lease() {
        try {
            return Optional.ofNullable(objects.getService());
        } catch (IllegalStateException gone) {
            return Optional.empty();
        }
    }

    @Override
    public void release(T service) {
        try {
            objects.ungetService(service);
        } catch (IllegalStateException | IllegalArgumentException gone) {
            // It went while it was used; there is nothing to give back.
        }
    }
}

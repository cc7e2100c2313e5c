package io.fumikura.core.internal.plugin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.ComponentServiceObjects;

/** A plugin in the service registry. */
final class ServicePlugin<T> implements Plugin<T> {

    private static final int MOST_OF_IDENTITY = 300;

    private final ComponentServiceObjects<T> objects;
    private final String name;
    private final String identity;

    ServicePlugin(ComponentServiceObjects<T> objects) {
        this.objects = objects;
        Bundle bundle = objects.getServiceReference().getBundle();
        name = bundle == null ? "a plugin that is gone" : bundle.getSymbolicName() + " " + plain(bundle.getVersion());
        identity = identity(bundle, objects.getServiceReference().getProperty(ComponentConstants.COMPONENT_NAME));
    }

    /** A bundle may hold several components. */
    private static String identity(@Nullable Bundle bundle, @Nullable Object component) {
        String identity = (bundle == null ? "" : bundle.getSymbolicName()) + (component == null ? "" : "/" + component);
        return identity.length() > MOST_OF_IDENTITY ? identity.substring(0, MOST_OF_IDENTITY) : identity;
    }

    private static String plain(Version version) {
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public boolean isGone() {
        // Once the service is unbound, not even its reference is there.
        ServiceReference<T> reference = objects.getServiceReference();
        return reference == null || reference.getBundle() == null;
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

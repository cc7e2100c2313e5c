package io.fumikura.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.core.internal.plugin.PluginException.Sort;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.ComponentServiceObjects;

class ServicePluginTest {

    private boolean gone;

    @SuppressWarnings("unchecked")
    private ServiceReference<Runnable> reference() {
        var bundle = (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(), new Class<?>[] {Bundle.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> "golden";
                    case "getVersion" -> new Version("1.0.0");
                    default -> throw new AssertionError("not asked for: " + method.getName());
                });
        return (ServiceReference<Runnable>) Proxy.newProxyInstance(
                ServiceReference.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, arguments) -> method.getName().equals("getBundle") ? bundle : null);
    }

    /** As Felix does it: once the service is unbound, not even its reference is there. */
    private final class Objects implements ComponentServiceObjects<Runnable> {
        private final ServiceReference<Runnable> reference = reference();

        @Override
        public Runnable getService() {
            gone = true;
            return () -> {
                throw new IllegalStateException("unbound in the middle of the call");
            };
        }

        @Override
        public void ungetService(Runnable service) {}

        @Override
        public @Nullable ServiceReference<Runnable> getServiceReference() {
            return gone ? null : reference;
        }
    }

    @Test
    void aPluginThatGoesInTheMiddleOfACallIsGoneAndNotBroken() throws Exception {
        var plugin = new ServicePlugin<>(new Objects());
        assertThat(plugin.isGone()).isFalse();
        var calls = new PluginCalls();
        try {
            assertThatThrownBy(() -> calls.call(plugin, Deadline.in(Duration.ofSeconds(10)), service -> {
                        service.run();
                        return "done";
                    }))
                    .isInstanceOfSatisfying(PluginException.class, e -> assertThat(e.sort()).isEqualTo(Sort.GONE));
        } finally {
            calls.close();
        }
        assertThat(plugin.isGone()).isTrue();
    }
}

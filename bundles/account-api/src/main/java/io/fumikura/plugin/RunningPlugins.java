package io.fumikura.plugin;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Which plugins run now, for operators. Thread-safe. */
@ProviderType
public interface RunningPlugins {

    /**
     * By kind, bundle and component. Stores, indexes and time-stamp authorities are not among them: of those one runs, and the health of the platform
     * tells of it.
     *
     * @throws PlatformException {@code permission.missing} unless the caller is an operator
     */
    List<RunningPlugin> list(Caller caller);
}

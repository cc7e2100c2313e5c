package io.fumikura.tenant;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/** Settings of companies, for their own administrators and for operators. Thread-safe. */
@ProviderType
public interface TenantSettings {

    /**
     * @param tenant the caller's own, or any for an operator
     * @throws PlatformException {@code permission.missing}; {@code tenant.unknown}
     */
    Settings read(Caller caller, TenantId tenant);

    /**
     * Replaces the settings.
     *
     * @throws PlatformException as {@link #read}; {@code tenant.login-pattern}; {@code tenant.settings-changed} when somebody else changed them since
     *     they were read
     */
    Settings change(Caller caller, TenantId tenant, Settings wanted);
}

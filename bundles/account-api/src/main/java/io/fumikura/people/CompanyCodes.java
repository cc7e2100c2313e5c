package io.fumikura.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/** Finds companies for operators, who name them by their codes. Thread-safe. */
@ProviderType
public interface CompanyCodes {

    /**
     * The company with a code.
     *
     * @param code in any case, e.g. {@code A15336}
     * @throws PlatformException {@code tenant.unknown}; {@code permission.missing} for those who are no operators
     */
    TenantId find(Caller caller, String code);
}

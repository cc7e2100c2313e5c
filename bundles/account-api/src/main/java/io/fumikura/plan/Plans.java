package io.fumikura.plan;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.TenantId;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The plan tiers, and how much of them companies use. Thread-safe. */
@ProviderType
public interface Plans {

    /**
     * The tiers that run now, by id.
     *
     * @throws PlatformException {@code permission.missing} unless the caller is a tenant administrator or an operator
     */
    List<Tier> tiers(Caller caller);

    /**
     * What a company uses.
     *
     * @param tenant the caller's own, or any for an operator
     * @throws PlatformException {@code permission.missing} unless the caller is a tenant administrator or an operator; {@code tenant.unknown}
     */
    Usage usage(Caller caller, TenantId tenant);
}

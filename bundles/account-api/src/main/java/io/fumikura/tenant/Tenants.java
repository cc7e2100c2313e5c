package io.fumikura.tenant;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.TenantId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The companies of the platform, for its operators; everybody else gets {@code permission.missing}. An operator makes, changes and shuts companies,
 * but sees none of their documents. What is done stands in the history of the company and in that of the platform. Thread-safe.
 */
@ProviderType
public interface Tenants {

    /** @throws PlatformException {@code query.invalid} */
    TenantPage list(Caller caller, TenantQuery query);

    /** @throws PlatformException {@code tenant.unknown} */
    Tenant show(Caller caller, TenantId tenant);

    /**
     * Makes a company and its first administrator, who is registered as other users are: two mails.
     *
     * @param code 2 to 20 letters, digits and dashes, beginning with a letter or digit; nobody else's in any case
     * @throws PlatformException {@code tenant.code}; {@code tenant.code-taken}; {@code tenant.name}; {@code tenant.time-zone}; {@code
     *     tenant.own-names}; {@code plan.unknown}; {@code user.name}; {@code mail.address}; {@code mail.taken}
     */
    Tenant create(Caller caller, String code, TenantForm form, FirstAdministrator first);

    /**
     * Changes a company. Another plan is in force at once; what goes beyond a smaller one stays.
     *
     * @param version of the company as it was read
     * @throws PlatformException as {@link #create}; {@code tenant.changed} when it was changed meanwhile
     */
    Tenant change(Caller caller, TenantId tenant, long version, TenantForm form);

    /**
     * Shuts a company or opens it again. Shutting ends all its sessions; its tokens work no longer until it is opened.
     *
     * @param reason for the history, at most 500 characters; may be empty
     * @throws PlatformException {@code tenant.own} for the caller's own company; {@code tenant.reason}; {@code tenant.changed}
     */
    Tenant move(Caller caller, TenantId tenant, long version, TenantState state, String reason);
}

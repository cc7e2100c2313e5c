package io.fumikura.tenant;

import java.util.List;
import java.util.Optional;

/**
 * A page of companies, by code.
 *
 * @param total of all pages
 * @param next for the page behind this one; empty for the last
 */
public record TenantPage(List<Tenant> tenants, long total, Optional<String> next) {

    public TenantPage {
        tenants = List.copyOf(tenants);
    }
}

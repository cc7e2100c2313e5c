/**
 * The companies of a platform: {@link io.fumikura.tenant.Tenants} is the operators' list of them, {@link io.fumikura.tenant.TenantSettings} what a
 * company decides for itself.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.tenant;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

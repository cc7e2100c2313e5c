/**
 * Tenants, users and the caller of a request, for everybody who calls the platform's services.
 *
 * <p>Every service method of the platform takes a {@link io.fumikura.account.Caller} as its first argument. A caller is made
 * by {@link io.fumikura.account.SignIn} (browser session) or {@link io.fumikura.account.ApiTokens} (bearer token) and is valid
 * for one request. Services check permissions against it once, at their door, and limit every query to its tenant.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.account;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * Plan tier SPI: what a tenant may use. Implement {@link io.fumikura.plan.spi.PlanTier}, register it with Declarative
 * Services, extend {@code PlanTierContract} of the test kit. Core asks for a tenant's tier by {@link
 * io.fumikura.plan.spi.PlanTier#id()} at each upload, sign-in and extraction, so a tier can be assigned to companies as soon as its
 * bundle runs; of several with one identity the first wins. A tier that is away never locks anybody out of existing data, it only
 * stops new uploads with a clear message. Called from many threads.
 */
@Export
@Version("2.0.0")
@NullMarked
package io.fumikura.plan.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

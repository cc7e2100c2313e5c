/**
 * Health SPI: one check per part of the platform. Implement {@link io.fumikura.health.spi.HealthCheck} and register it with
 * Declarative Services; core gathers all for {@code GET /api/v1/health}. A check is called often and from many threads, so it
 * must answer within a second; what is costly is cached by the implementation.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.health.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

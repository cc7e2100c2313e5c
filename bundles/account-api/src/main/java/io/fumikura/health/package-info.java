/**
 * How the platform is, for whoever watches over it: {@link io.fumikura.health.HealthReport} gathers what the checks of {@link
 * io.fumikura.health.spi} find. Implemented by core and looked up as an OSGi service.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.health;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * SPIs of signing. Implement {@link io.fumikura.signing.spi.TimeStampAuthority} and register it with Declarative Services: core asks the one with
 * the highest service ranking to seal the history, and falls back on its own authority when none is there.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.signing.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/** The plugins of a platform as operators see them. What a plugin implements is in the packages that end with {@code spi}. */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

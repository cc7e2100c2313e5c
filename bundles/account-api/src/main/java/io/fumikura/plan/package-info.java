/**
 * Plans as people see them: {@link io.fumikura.plan.Plans} lists the tiers and tells what a company uses. Tiers themselves are plugins, see
 * {@code io.fumikura.plan.spi}.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.plan;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

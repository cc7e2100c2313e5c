/** Calls into plugins that must not hold up core. */
@NullMarked
package io.fumikura.core.internal.plugin;

import org.jspecify.annotations.NullMarked;

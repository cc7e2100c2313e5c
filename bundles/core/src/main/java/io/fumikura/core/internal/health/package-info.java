/** How the platform is: the report, and checks of core's own parts. */
@NullMarked
package io.fumikura.core.internal.health;

import org.jspecify.annotations.NullMarked;

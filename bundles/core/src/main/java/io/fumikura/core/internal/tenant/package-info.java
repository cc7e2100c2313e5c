/** Companies and their settings. */
@NullMarked
package io.fumikura.core.internal.tenant;

import org.jspecify.annotations.NullMarked;

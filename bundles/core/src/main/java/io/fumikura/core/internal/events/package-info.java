/** Who wants to know what happens to records, and telling them. */
@NullMarked
package io.fumikura.core.internal.events;

import org.jspecify.annotations.NullMarked;

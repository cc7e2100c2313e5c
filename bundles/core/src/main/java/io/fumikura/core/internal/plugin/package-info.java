/**
 * The plugins that run now, and calls of them that do the platform no harm: leased for the length of a call, on a thread of their own,
 * with a time limit, and with whatever they throw turned into a failure that names them.
 */
@NullMarked
package io.fumikura.core.internal.plugin;

import org.jspecify.annotations.NullMarked;

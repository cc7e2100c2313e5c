/** Keeping the search index up with the database. */
@NullMarked
package io.fumikura.core.internal.index;

import org.jspecify.annotations.NullMarked;

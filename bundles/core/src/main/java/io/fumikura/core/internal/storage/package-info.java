/** The blob store that is there now, and the folders for work in progress. */
@NullMarked
package io.fumikura.core.internal.storage;

import org.jspecify.annotations.NullMarked;

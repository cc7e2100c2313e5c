/**
 * Pages as images, made when they are asked for and kept in the cache of files.
 */
@NullMarked
package io.fumikura.core.internal.preview;

import org.jspecify.annotations.NullMarked;

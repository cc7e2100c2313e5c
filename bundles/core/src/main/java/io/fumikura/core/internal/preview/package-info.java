/** Pages as images, and the cache that keeps them. What is cached can be made again, and is removed when room is needed. */
@NullMarked
package io.fumikura.core.internal.preview;

import org.jspecify.annotations.NullMarked;

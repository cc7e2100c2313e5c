/** What the first start puts into an empty database. */
@NullMarked
package io.fumikura.core.internal.demo;

import org.jspecify.annotations.NullMarked;

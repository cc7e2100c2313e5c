/**
 * What a file is, from its content. {@link io.fumikura.core.internal.identify.ContentIdentifier} is the door; the other classes
 * each know one family of formats and read bounded parts of the file only, so that a bomb is looked at, never unpacked.
 */
@NullMarked
package io.fumikura.core.internal.identify;

import org.jspecify.annotations.NullMarked;

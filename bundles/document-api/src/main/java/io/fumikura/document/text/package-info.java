/**
 * The text model that readers, extractors, search and highlights share: characters of a page with the boxes in which they stand.
 *
 * <p>A {@link io.fumikura.document.text.PageText} is immutable and made with its builder. Offsets are UTF-16 indexes and are the same in the
 * original and in the folded text, because folding is one to one ({@link io.fumikura.document.text.Folding}).
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.document.text;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

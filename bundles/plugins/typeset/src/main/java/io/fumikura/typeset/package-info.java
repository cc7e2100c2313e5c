/**
 * Plain text on A4 pages: one page break rule for the reader (pages of text) and the renderer (pages to look at), so that page
 * numbers agree.
 */
@NullMarked
package io.fumikura.typeset;

import org.jspecify.annotations.NullMarked;

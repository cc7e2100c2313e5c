/**
 * Reads the text layer of PDF files: glyphs with their places, put into lines, columns and table cells by geometry, because the order
 * of a content stream says little.
 */
@NullMarked
package io.fumikura.read.pdf;

import org.jspecify.annotations.NullMarked;

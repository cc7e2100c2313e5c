/** Draws pages of PDF files and images. */
@NullMarked
package io.fumikura.render.pdf;

import org.jspecify.annotations.NullMarked;

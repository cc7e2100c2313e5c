/** Reads plain text and Markdown, and sets it on pages for the preview. */
@NullMarked
package io.fumikura.read.text;

import org.jspecify.annotations.NullMarked;

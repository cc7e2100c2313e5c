/** Reads Office files and mails as text without a layout; sets mails on pages for the preview. */
@NullMarked
package io.fumikura.read.office;

import org.jspecify.annotations.NullMarked;

/** Opens PDF files that may be damaged, protected or hostile, and walks over their pages. */
@NullMarked
package io.fumikura.pdf;

import org.jspecify.annotations.NullMarked;

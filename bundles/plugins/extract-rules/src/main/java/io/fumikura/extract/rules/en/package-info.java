/**
 * Rules for English contracts. They read {@link io.fumikura.extract.rules.en.Prose}, the document as one line: layout differs too much
 * to help, forms of speech hardly do.
 */
@NullMarked
package io.fumikura.extract.rules.en;

import org.jspecify.annotations.NullMarked;

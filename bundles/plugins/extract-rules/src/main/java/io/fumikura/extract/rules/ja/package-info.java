/** Rules for Japanese contracts. */
@NullMarked
package io.fumikura.extract.rules.ja;

import org.jspecify.annotations.NullMarked;

/** Ledgers: what they are made of, and their lists. */
@NullMarked
package io.fumikura.core.internal.ledger;

import org.jspecify.annotations.NullMarked;

/**
 * The database: opening, migrating, transactions and durability. Work goes through {@link
 * io.fumikura.core.internal.persistence.Transactions}.
 */
@NullMarked
package io.fumikura.core.internal.persistence;

import org.jspecify.annotations.NullMarked;

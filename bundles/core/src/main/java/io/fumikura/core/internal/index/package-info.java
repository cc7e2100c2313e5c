/**
 * Keeping the search index up with the database.
 *
 * <p>A change of a record puts a row into the {@link Outbox} in its own transaction and rings the {@link Bell}. One thread, the
 * {@link IndexFeeder}'s, makes a {@link Feeding} of each index that comes: that takes what has changed through {@link IndexWriting}, and in
 * between the {@link Backlog} through {@link Filling} while an empty index is filled anew. Both read records by {@link IndexedRecords}, and rows
 * go only when the index has committed. Callers meet the feeder in {@link OwnWrites}, where they wait until {@link Progress} says that the index
 * shows what they wrote.
 */
@NullMarked
package io.fumikura.core.internal.index;

import org.jspecify.annotations.NullMarked;

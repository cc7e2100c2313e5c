/**
 * Who may see and change which records. {@link io.fumikura.core.internal.access.RecordAccess} is the door that every call about a record passes, {@link
 * io.fumikura.core.internal.access.Viewer} the one place that knows what a caller sees: as a condition of queries, as tokens of the search index, and
 * for single records.
 */
@NullMarked
package io.fumikura.core.internal.access;

import org.jspecify.annotations.NullMarked;

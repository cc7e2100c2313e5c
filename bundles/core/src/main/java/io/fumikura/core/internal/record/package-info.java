/**
 * Records: the one place that changes them. {@link io.fumikura.core.internal.record.RecordWriter} is used by the services for users and by the
 * pipeline alike, so that each change has its history entry, its row in the index outbox and its listeners.
 */
@NullMarked
package io.fumikura.core.internal.record;

import org.jspecify.annotations.NullMarked;

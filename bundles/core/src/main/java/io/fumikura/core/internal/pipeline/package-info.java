/**
 * From a stored file to a filled-in record, as durable jobs. {@link io.fumikura.core.internal.pipeline.Jobs} owns the table of jobs and the
 * worker threads, {@link io.fumikura.core.internal.pipeline.DocumentWay} the steps. Plugins are called outside of transactions.
 */
@NullMarked
package io.fumikura.core.internal.pipeline;

import org.jspecify.annotations.NullMarked;

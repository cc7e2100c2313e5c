/**
 * From a stored file to a filled-in record, as durable jobs. {@link JobTable} owns the table of jobs, {@link JobRunner} the worker threads,
 * {@link DocumentWay} the steps: {@link Reading}, {@link Classifying}, {@link Extracting}. Plugins are called outside of transactions.
 * {@link FileCache} keeps what can be made again.
 */
@NullMarked
package io.fumikura.core.internal.pipeline;

import org.jspecify.annotations.NullMarked;

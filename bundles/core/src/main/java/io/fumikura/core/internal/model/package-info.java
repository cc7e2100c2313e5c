/**
 * The rows of the database. Fields are public and written directly: there are no relations and no lazy parts, so weaving has nothing to catch
 * on access, and changes are found by comparing at commit. What has no identity of its own (pages of text, counters, history, outbox) is plain
 * SQL in the one class that owns it. The schema stands in db/migration.
 */
@NullMarked
package io.fumikura.core.internal.model;

import org.jspecify.annotations.NullMarked;

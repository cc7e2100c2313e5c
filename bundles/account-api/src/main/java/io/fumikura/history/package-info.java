/**
 * The tamper-evident history of all actions, for those who read, verify and export it. Entries are written by the services themselves, in the
 * transaction of the action; docs/history-format.md describes them byte by byte.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.history;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

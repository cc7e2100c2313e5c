/**
 * The history: every action of the platform, append only, so that tampering shows. Its bytes are described in docs/history-format.md.
 * <ul>
 * <li>Writing: {@link History} is the door. What a transaction has to tell gathers in {@link PendingEntries}; just before the commit
 * {@link LogWriter} appends it to the tenant's log, under the lock of its {@link Head}, as canonical {@link EntryBody} bytes and the
 * {@link Openings} of their salted texts.
 * <li>Sealing: {@link HistoryKeeper} has {@link Sealing} stamp all heads daily, and keeps the newest ones outside of the database in
 * {@link HistoryFolder}.
 * <li>Verifying: a {@link VerificationRun} asks {@link SealCheck} what to trust, then {@link LogCheck} for each log and {@link FileCheck} for
 * the files.
 * <li>Reading: {@link StoredHistory}, out of the bodies by {@link EntryQuery}; {@link HistoryFiles} writes exports.
 * </ul>
 */
@NullMarked
package io.fumikura.core.internal.history;

import org.jspecify.annotations.NullMarked;

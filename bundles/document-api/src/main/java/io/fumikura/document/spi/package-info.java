/**
 * Document SPIs: what plugins provide so that a file becomes a record. Each is a Declarative Services component; several of a kind
 * run side by side and may come and go while the platform runs. Extend the contract test of the test kit.
 *
 * <ul>
 *   <li>{@link io.fumikura.document.spi.DocumentType}: a ledger: its kinds, fields, columns, derived values, checks.
 *   <li>{@link io.fumikura.document.spi.ContentReader}: file → pages of text with positions.
 *   <li>{@link io.fumikura.document.spi.Renderer}: file → PDF, or file → page images.
 *   <li>{@link io.fumikura.document.spi.FieldExtractor}: text → field candidates with evidence.
 * </ul>
 *
 * <p>Core calls plugins from its job threads, outside of transactions, several at once, and interrupts the thread when the step's
 * time is over: be thread-safe, hold no lock while waiting, give up when interrupted. A plugin that throws fails its own step with its
 * name; nothing that it answers is taken unchecked. Plugins know only this API: no database, no HTTP.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.document.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * The test kit: one abstract contract test per SPI. Extend the one of your SPI, give it your implementation and a sample, and it
 * checks what the SPI's documentation promises. The plugins that come with the platform are tested by the same classes.
 *
 * <pre>{@code
 * class CourtExtractorTest extends FieldExtractorContract {
 *     protected FieldExtractor extractor() { return new CourtExtractor(); }
 *     protected ExtractionRequest request() { … }
 *     protected Set<String> foundFields() { return Set.of("court"); }
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

/**
 * Search SPI: an index over records, for every list, count, filter, sort and full-text search. Implement {@link
 * io.fumikura.search.spi.SearchIndex}, register it with Declarative Services, extend {@code SearchIndexContract} of the test
 * kit. The index holds nothing that core could not give it again. Called from many threads at once.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.search.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;

package io.fumikura.search.spi;

import io.fumikura.document.RecordId;
import java.util.List;
import java.util.Optional;

/**
 * What was found.
 *
 * @param total number of hits; when {@code totalExact} is false there are more than that
 * @param next cursor for the next page; empty on the last one
 */
public record SearchResult(List<Hit> hits, long total, boolean totalExact, Optional<String> next) {

    public SearchResult {
        hits = List.copyOf(hits);
    }

    /** @param version of the record when it was indexed */
    public record Hit(RecordId id, long version, List<Snippet> snippets) {

        public Hit {
            snippets = List.copyOf(snippets);
        }
    }

    /**
     * A part of a page's text.
     *
     * @param page from 1
     * @param text around the hit as it stands in the document, at most about 120 characters, line breaks as spaces
     * @param start first index in {@code text} of the hit
     * @param end index after it
     */
    public record Snippet(int page, String text, int start, int end) {}
}

package io.fumikura.document.text;

/**
 * Characters of one page.
 *
 * @param page from 1
 * @param start first index in the page's text
 * @param end index after the last
 */
public record TextRange(int page, int start, int end) {

    public TextRange {
        if (page < 1 || start < 0 || end < start) {
            throw new IllegalArgumentException("no such range: page " + page + ", " + start + "…" + end);
        }
    }
}

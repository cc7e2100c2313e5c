package io.fumikura.document;

import io.fumikura.document.text.Box;
import io.fumikura.document.text.DocumentText;
import java.util.List;

/**
 * Where in a document a value stands (解析箇所).
 *
 * @param page from 1
 * @param start first index in the page's text
 * @param end index after the last
 * @param boxes one per line; empty where the page has no layout
 * @param text the characters as they stand in the document, at most 500
 */
public record Evidence(int page, int start, int end, List<Box> boxes, String text) {

    public Evidence {
        boxes = List.copyOf(boxes);
        if (text.length() > 500) {
            text = text.substring(0, 500);
        }
    }

    /**
     * Evidence for the characters from {@code start} to before {@code end} of {@link DocumentText#text()}, one per page touched.
     */
    public static List<Evidence> of(DocumentText document, int start, int end) {
        return document.ranges(start, end).stream()
                .map(range -> {
                    var page = document.pages().get(range.page() - 1);
                    return new Evidence(
                            range.page(),
                            range.start(),
                            range.end(),
                            page.boxes(range.start(), range.end()),
                            page.text().substring(range.start(), range.end()));
                })
                .toList();
    }
}

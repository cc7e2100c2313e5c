package io.fumikura.typeset;

import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.util.List;

/**
 * A page of set text.
 *
 * @param number from 1
 * @param rows from top to bottom
 */
public record TextPage(int number, List<Row> rows) {

    public TextPage {
        rows = List.copyOf(rows);
    }

    /** @param endsLine whether a line of the source ends here; otherwise it goes on in the next row */
    public record Row(String text, boolean endsLine) {}

    /** The page as text without a layout: the source's lines, not the rows. */
    public PageText text() {
        var text = PageText.builder(number, 0, 0, TextSource.PLAIN);
        for (Row row : rows) {
            text.append(row.text(), Box.NONE);
            if (row.endsLine()) {
                text.newLine();
            }
        }
        return text.build();
    }
}

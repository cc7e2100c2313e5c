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

    /** The page as text whose preview is this page: the source's lines, each character with its place on the page. */
    public PageText text() {
        var text = PageText.builder(number, Grid.WIDTH, Grid.HEIGHT, TextSource.PLAIN);
        for (int row = 0; row < rows.size(); row++) {
            place(text, rows.get(row).text(), row);
            endRow(text, rows.get(row));
        }
        return text.build();
    }

    /** The page as text without places, for files that are shown in another way. */
    public PageText textWithoutPlaces() {
        var text = PageText.builder(number, 0, 0, TextSource.PLAIN);
        for (Row row : rows) {
            text.append(row.text(), Box.NONE);
            endRow(text, row);
        }
        return text.build();
    }

    private static void place(PageText.Builder text, String characters, int row) {
        int column = 0;
        Box box = Box.NONE;
        for (int i = 0; i < characters.length(); ) {
            int codePoint = characters.codePointAt(i);
            int next = Cells.after(column, codePoint);
            if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                box = Box.NONE;
            } else if (next > column) {
                box = Grid.box(row, column, next);
            } // else a mark over the letter before: at its place
            text.append(Character.toString(codePoint), box);
            column = next;
            i += Character.charCount(codePoint);
        }
    }

    private static void endRow(PageText.Builder text, Row row) {
        if (row.endsLine()) {
            text.newLine();
        }
    }
}

package io.fumikura.extract.rules.book;

import java.util.Locale;

/**
 * A piece of a line: words without a wide gap between them.
 *
 * @param page from 1
 * @param row number of the visual row on the page, from 0 at the top
 * @param start first index in the document's folded text
 * @param end index after the last
 * @param text the folded characters, without blanks around
 * @param left place on the page, in points; in columns where there is no layout
 * @param right place on the page
 * @param top in points; in lines where there is no layout
 * @param bottom place on the page
 */
record Cell(int page, int row, int start, int end, String text, double left, double right, double top, double bottom) {

    /** In lower case, for looking up labels; same length. */
    String lower() {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.length() == text.length() ? lower : text;
    }

    double height() {
        return bottom - top;
    }

    boolean overlapsAcross(Cell other) {
        return left < other.right && other.left < right;
    }

    Cell inRow(int number) {
        return new Cell(page, number, start, end, text, left, right, top, bottom);
    }
}

package io.fumikura.typeset;

import io.fumikura.document.text.Box;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Where rows and cells stand on an A4 page, for the drawing and for the boxes of the text alike; in points. */
final class Grid {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();
    /** Width of a half-width character. */
    static final float CELL = 5;
    static final float FONT_SIZE = 2 * CELL;

    private static final float LEADING = 13.6f;
    private static final float MARGIN = 52;
    private static final float ASCENT = 0.88f * FONT_SIZE;
    private static final float DESCENT = 0.12f * FONT_SIZE;

    private Grid() {}

    /** From the left edge of the page. */
    static float left(int column) {
        return MARGIN + column * CELL;
    }

    /** Of a row from 0, from the top edge of the page. */
    static float baseline(int row) {
        return MARGIN + row * LEADING;
    }

    /** The cells from {@code column} to before {@code end}. */
    static Box box(int row, int column, int end) {
        float baseline = baseline(row);
        return new Box(
                left(column) / WIDTH, (baseline - ASCENT) / HEIGHT, left(end) / WIDTH, (baseline + DESCENT) / HEIGHT);
    }
}

package io.fumikura.read.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds vertical writing that a program printed as upright letters one below the other, without a vertical font.
 */
final class VerticalText {

    private VerticalText() {}

    static List<Glyph> found(List<Glyph> glyphs) {
        int below = 0;
        int beside = 0;
        Glyph last = null;
        for (Glyph glyph : glyphs) {
            if (last != null && glyph.direction() == Direction.RIGHT && glyph.isWide() && last.isWide()) {
                below += isBelow(last, glyph) ? 1 : 0;
                beside += isBeside(last, glyph) ? 1 : 0;
            }
            last = glyph;
        }
        return below > 20 && below > 4 * beside ? turned(glyphs) : glyphs;
    }

    private static List<Glyph> turned(List<Glyph> glyphs) {
        var turned = new ArrayList<Glyph>(glyphs.size());
        Glyph column = null;
        for (int i = 0; i < glyphs.size(); i++) {
            Glyph glyph = glyphs.get(i);
            boolean below = i > 0 && isBelow(glyphs.get(i - 1), glyph);
            boolean above = i + 1 < glyphs.size() && isBelow(glyph, glyphs.get(i + 1));
            if (glyph.direction() == Direction.RIGHT && (below || above || (column != null && isInside(column, glyph)))) {
                column = glyph.isWide() || column == null ? glyph : column;
                turned.add(glyph.turned(Direction.DOWN));
            } else {
                column = glyph.isBlank() ? column : null;
                turned.add(glyph);
            }
        }
        return turned;
    }

    /** Digits or a mark that stand side by side within a column of upright letters. */
    private static boolean isInside(Glyph column, Glyph glyph) {
        return glyph.left() > column.left() - 0.2 * column.size()
                && glyph.right() < column.right() + 0.2 * column.size()
                && glyph.top() > column.top();
    }

    private static boolean isBelow(Glyph last, Glyph glyph) {
        double step = glyph.top() - last.top();
        return Math.abs(glyph.left() + glyph.right() - last.left() - last.right()) < 0.6 * glyph.size()
                && step > 0.5 * glyph.size()
                && step < 1.6 * glyph.size();
    }

    private static boolean isBeside(Glyph last, Glyph glyph) {
        return Math.abs(glyph.top() - last.top()) < 0.3 * glyph.size() && glyph.left() > last.left();
    }
}

package io.fumikura.read.pdf;

import java.text.Bidi;
import java.util.List;

/** Puts lines of Arabic or Hebrew, which stand in a PDF as seen, in the order in which they are read. */
final class RightToLeft {

    private RightToLeft() {}

    static List<Glyph> ordered(List<Glyph> line) {
        if (line.stream().noneMatch(glyph -> isRightToLeft(glyph.text()))) {
            return line;
        }
        // Seen from the right end, the line is in logical order, but for runs of Latin letters and digits.
        byte[] levels = new byte[line.size()];
        var order = new Glyph[line.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = line.get(order.length - 1 - i);
            levels[i] = (byte) (isLeftToRight(order[i].text()) ? 1 : 0);
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        return List.of(order);
    }

    private static boolean isRightToLeft(String text) {
        byte direction = Character.getDirectionality(text.codePointAt(0));
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean isLeftToRight(String text) {
        byte direction = Character.getDirectionality(text.codePointAt(0));
        return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || direction == Character.DIRECTIONALITY_EUROPEAN_NUMBER
                || direction == Character.DIRECTIONALITY_ARABIC_NUMBER
                || direction == Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR;
    }
}

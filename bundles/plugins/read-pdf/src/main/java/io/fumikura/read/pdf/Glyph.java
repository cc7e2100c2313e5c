package io.fumikura.read.pdf;

import io.fumikura.document.text.Box;

/**
 * A character as shown on a page; points from the top left corner of the page as displayed.
 *
 * @param text one or more characters; blank for a space
 * @param size of the font as displayed
 */
record Glyph(String text, double left, double top, double right, double bottom, double size, Direction direction) {

    boolean isBlank() {
        return text.isBlank() || text.equals("\u00a0") || text.equals("\u3000");
    }

    /** Whether words of its script stand without spaces: ideographs, kana and what goes with them. */
    boolean isWide() {
        int letter = text.codePointAt(0);
        return letter >= 0x2e80 && letter < 0xff61 && !(letter >= 0xac00 && letter < 0xd7b0) || letter >= 0x20000;
    }

    double u0() {
        return Math.min(direction.u(left, top), direction.u(right, bottom));
    }

    double u1() {
        return Math.max(direction.u(left, top), direction.u(right, bottom));
    }

    double v0() {
        return Math.min(direction.v(left, top), direction.v(right, bottom));
    }

    double v1() {
        return Math.max(direction.v(left, top), direction.v(right, bottom));
    }

    Glyph turned(Direction to) {
        return new Glyph(text, left, top, right, bottom, size, to);
    }

    Box box(double width, double height) {
        return new Box(
                (float) (left / width), (float) (top / height), (float) (right / width), (float) (bottom / height));
    }
}

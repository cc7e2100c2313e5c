package io.fumikura.typeset;

/** How many half-width cells a character takes in a Japanese monospaced font (Unicode Standard Annex 11, ambiguous = wide). */
final class Cells {

    static final int TAB = 8;

    private Cells() {}

    static int after(int column, int codePoint) {
        return codePoint == '\t' ? (column / TAB + 1) * TAB : column + width(codePoint);
    }

    static int width(int codePoint) {
        if (codePoint < 0x100) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return codePoint < 0x370 || (codePoint >= 0xff61 && codePoint <= 0xffdc) ? 1 : 2;
    }
}

package io.fumikura.core.internal.pipeline;

/** In which script a text is written. */
final class Script {

    /** Enough to tell; the rest of a long document is not looked at. */
    private static final int LOOKED_AT = 20_000;
    private static final int FEWEST = 40;

    private Script() {}

    /** Whether nearly all letters are Latin ones, of which there must be some dozens; a Japanese text with foreign names is not. */
    static boolean isLatin(String text) {
        long latin = 0;
        long letters = 0;
        for (int i = 0; i < Math.min(LOOKED_AT, text.length()); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                latin += Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN ? 1 : 0;
            }
        }
        return latin >= FEWEST && latin * 10 >= letters * 9;
    }
}

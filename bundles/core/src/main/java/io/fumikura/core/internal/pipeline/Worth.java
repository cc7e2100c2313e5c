package io.fumikura.core.internal.pipeline;

import io.fumikura.document.text.PageText;

/** Whether the text that a file holds of a page is worth anything, or the page has to be recognised from its image. */
final class Worth {

    private Worth() {}

    static boolean isUsable(PageText page) {
        return !page.isBlank() && !isGarbage(page.text());
    }

    /** Text layers without a mapping to Unicode come out as replacement, private-use or control characters. */
    private static boolean isGarbage(String text) {
        long letters = text.codePoints().filter(c -> !Character.isWhitespace(c)).count();
        long bad = text.codePoints().filter(Worth::isBad).count();
        return bad * 10 > letters * 3;
    }

    private static boolean isBad(int c) {
        int type = Character.getType(c);
        return c == 0xfffd
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE
                || type == Character.CONTROL && !Character.isWhitespace(c);
    }
}

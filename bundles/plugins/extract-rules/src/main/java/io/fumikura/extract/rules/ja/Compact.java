package io.fumikura.extract.rules.ja;

import io.fumikura.extract.rules.Source;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The text without white space, page numbers and marks of Markdown, with the way back. Japanese is broken anywhere, and is
 * spaced for looks (令和 6 年), so that rules for sentences read this view; rules for lines read the text itself.
 */
final class Compact {

    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?:^|(?<=[\\n\\f]))[ \\t]*+[-–—(]?[ \\t]*+(?:\\d{1,3}|\\d{1,3} ?/ ?\\d{1,3}|[Pp]\\.? ?\\d{1,3})[ \\t]*[-–—)]?[ \\t]*(?=[\\n\\f]|$)");

    private final String text;
    private final int[] origins;

    private Compact(String text, int[] origins) {
        this.text = text;
        this.origins = origins;
    }

    static Compact of(Source source) {
        return source.view(Compact.class, Compact::make);
    }

    private static Compact make(Source source) {
        String text = blankPageNumbers(source.text());
        var kept = new StringBuilder(text.length());
        int[] origins = new int[text.length() + 1];
        boolean broken = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean wide = letter == '\n' || letter == '\f' || letter == '\t' || letter == '|';
            broken |= wide;
            if (wide || Character.isWhitespace(letter) || letter == '*' || letter == '#' || letter == '\u00a0') {
                continue;
            }
            // 1,000 at the end of a cell and 2024年 at the start of the next must not become one number.
            if (broken && isDigit(letter) && kept.length() > 0 && isDigit(kept.charAt(kept.length() - 1))) {
                origins[kept.length()] = i;
                kept.append('\n');
            }
            broken = false;
            origins[kept.length()] = i;
            kept.append(letter);
        }
        origins = Arrays.copyOf(origins, kept.length() + 1);
        origins[kept.length()] = text.length();
        return new Compact(kept.toString(), origins);
    }

    private static String blankPageNumbers(String text) {
        return PAGE_NUMBER.matcher(text).replaceAll(match -> " ".repeat(match.group().length()));
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    String text() {
        return text;
    }

    /** Place in {@link Source#text()} of the character at the index. */
    int origin(int index) {
        return origins[index];
    }

    /** Place in {@link Source#text()} after the last character before the index. */
    int originEnd(int index) {
        return origins[index - 1] + 1;
    }

    /** Index of the first kept character at or after a place in {@link Source#text()}. */
    int indexOf(int place) {
        int found = Arrays.binarySearch(origins, place);
        return found >= 0 ? found : -found - 1;
    }
}

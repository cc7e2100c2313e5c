package io.fumikura.type.contract;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What shows at a glance what a document is: the lines with which it opens, and how often it uses certain words. */
final class Opening {

    private static final int LINES = 40;
    private static final double JAPANESE_SHARE = 0.15;
    private static final int SAMPLE = 60_000;
    private static final Pattern LINE = Pattern.compile("[\\n\\f\\t]+");
    private static final Pattern LINE_OR_GAP = Pattern.compile("[\\n\\f\\t]+| {4,}");
    private static final Pattern MARKS = Pattern.compile("^[#*>\\s]+|[*\\s]+$");

    private final String text;
    private final List<String> lines;
    private final boolean japanese;

    /** @param text folded text of the document */
    Opening(String text) {
        this.text = text.substring(0, Math.min(text.length(), SAMPLE));
        japanese = share(this.text) >= JAPANESE_SHARE;
        // Japanese titles are spaced for looks; in English a wide gap parts columns.
        lines = Arrays.stream((japanese ? LINE : LINE_OR_GAP).split(this.text.substring(0, Math.min(this.text.length(), 8000))))
                .map(line -> MARKS.matcher(line).replaceAll(""))
                .filter(line -> !line.isEmpty())
                .limit(LINES)
                .toList();
    }

    boolean isJapanese() {
        return japanese;
    }

    /** Share of kana and ideographs among the letters. */
    private static double share(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        return letters == 0 ? 0 : (double) text.chars().filter(Opening::isJapanese).count() / letters;
    }

    private static boolean isJapanese(int letter) {
        return letter >= 0x3041 && letter <= 0x30FF || letter >= 0x4E00 && letter <= 0x9FFF;
    }

    /** The first lines that are not empty, without marks of Markdown. */
    List<String> lines() {
        return lines;
    }

    /** The first part of the text without white space: Japanese is broken anywhere. */
    String joined(int length) {
        return text.substring(0, Math.min(text.length(), length)).replaceAll("\\s+", "");
    }

    String start(int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    String text() {
        return text;
    }

    long count(Pattern pattern) {
        return pattern.matcher(text).results().limit(50).count();
    }
}

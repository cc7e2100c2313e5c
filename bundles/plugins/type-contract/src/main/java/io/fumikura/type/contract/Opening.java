package io.fumikura.type.contract;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What shows at a glance what a document is: the lines with which it opens, and how often it uses certain words. */
final class Opening {

    private static final int LINES = 40;
    private static final int SAMPLE = 60_000;
    private static final Pattern LINE = Pattern.compile("[\\n\\f\\t]+");
    private static final Pattern MARKS = Pattern.compile("^[#*>\\s]+|[*\\s]+$");

    private final String text;
    private final List<String> lines;

    /** @param text folded text of the document */
    Opening(String text) {
        this.text = text.substring(0, Math.min(text.length(), SAMPLE));
        lines = Arrays.stream(LINE.split(this.text.substring(0, Math.min(this.text.length(), 8000))))
                .map(line -> MARKS.matcher(line).replaceAll(""))
                .filter(line -> !line.isEmpty())
                .limit(LINES)
                .toList();
    }

    boolean isJapanese() {
        long japanese = text.chars().filter(Opening::isJapanese).count();
        long letters = text.chars().filter(Character::isLetter).count();
        return japanese * 100 > letters * 15;
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

    String text() {
        return text;
    }

    long count(Pattern pattern) {
        return pattern.matcher(text).results().limit(50).count();
    }
}

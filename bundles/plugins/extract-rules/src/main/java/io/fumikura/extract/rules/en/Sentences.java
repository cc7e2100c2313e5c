package io.fumikura.extract.rules.en;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bounds of sentences in contract prose, where full stops also stand in "Inc.", "No.", "12.1" and initials. */
final class Sentences {

    /** A full stop, colon or semicolon, not after an abbreviation or single letter, followed by something that may begin a sentence. */
    private static final Pattern END = Pattern.compile(
            "(?<!\\b(?:Inc|Corp|Co|Ltd|No|Nos|Mr|Mrs|Ms|Dr|St|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Art|Sec|vs|[A-Z]))[.](?=[\"')]* +[\"'(\\[]?[A-Z0-9])");

    private static final int LONGEST = 1500;

    private Sentences() {}

    static int start(String text, int index) {
        int from = Math.max(0, index - LONGEST);
        Matcher end = END.matcher(text).region(from, index);
        end.useTransparentBounds(true);
        int start = from;
        while (end.find()) {
            if (end.end() < index) {
                start = end.end();
            }
        }
        while (start < index && (text.charAt(start) == ' ' || text.charAt(start) == '"' || text.charAt(start) == ')')) {
            start++;
        }
        return start;
    }

    static int end(String text, int index) {
        int to = Math.min(text.length(), index + LONGEST);
        Matcher end = END.matcher(text).region(index, to);
        end.useTransparentBounds(true);
        return end.find() ? end.end() : to;
    }
}

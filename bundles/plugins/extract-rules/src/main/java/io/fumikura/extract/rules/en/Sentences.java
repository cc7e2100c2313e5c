package io.fumikura.extract.rules.en;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Bounds of sentences in contract prose, where full stops also stand in "Inc.", "No.", "12.1" and initials. */
final class Sentences {

    /**
     * A full stop, not after an abbreviation or single letter, followed by something that may begin a sentence; or the number of a clause
     * that is not referred to.
     */
    private static final Pattern END = Pattern.compile(
            "[.](?=[\"')]* +[\"'(\\[]?[A-Z0-9])(?<!\\b(?:Inc|Corp|Co|Ltd|No|Nos|Mr|Mrs|Ms|Dr|St|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Art|Sec|vs|[A-Z])[.])"
                    + "|(?<=\\b[A-Z])[.](?= \\d{1,2}\\.\\d)"
                    + "| (?=\\d{1,2}\\.\\d{1,2}\\.? [A-Z][a-z]+)(?<!\\b(?i:sections?|clauses?|articles?|paragraphs?|subsections?|and|or|to|through|of|under|by|in|with|exhibit|schedule|version|,) )");

    /** No sentence is longer; lists without full stops are cut. */
    private static final int LONGEST = 1_500;

    private final int[] ends;
    private final int length;

    private Sentences(int[] ends, int length) {
        this.ends = ends;
        this.length = length;
    }

    static Sentences of(String text) {
        return new Sentences(END.matcher(text).results().mapToInt(MatchResult::end).toArray(), text.length());
    }

    /** Where the sentence begins in which {@code index} stands; may be a space. */
    int start(int index) {
        int place = Arrays.binarySearch(ends, index);
        int before = place >= 0 ? place : -place - 2;
        int start = before >= 0 ? ends[before] : 0;
        return Math.max(start, index - LONGEST);
    }

    /** Index after the sentence in which {@code index} stands. */
    int end(int index) {
        int place = Arrays.binarySearch(ends, index + 1);
        int after = place >= 0 ? place : -place - 1;
        return Math.min(after < ends.length ? ends[after] : length, index + LONGEST);
    }
}

package io.fumikura.document.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as it is searched: folded or exact, and with its white space made regular: none beside Japanese characters (a sentence
 * goes on in the next line), one blank otherwise, none at the ends. What is looked for is made regular in the same way; so the
 * index and the marks on a page find the same places. Immutable.
 */
public final class SearchText {

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private SearchText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** @param exact without {@link SearchFolding} */
    public static SearchText of(String original, boolean exact) {
        if (exact) {
            int[] origins = new int[original.length() + 1];
            Arrays.setAll(origins, i -> i);
            return squeeze(original, origins);
        }
        SearchFolding.Folded folded = SearchFolding.fold(original);
        return squeeze(folded.text(), folded.origins());
    }

    private static SearchText squeeze(String text, int[] origins) {
        var squeezed = new StringBuilder(text.length());
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        int blank = -1;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                blank = blank < 0 ? i : blank;
                continue;
            }
            int length = squeezed.length();
            if (blank >= 0 && length > 0 && !isJapanese(squeezed.charAt(length - 1)) && !isJapanese(letter)) {
                starts[length] = origins[blank];
                ends[length] = origins[i];
                squeezed.append(' ');
            }
            blank = -1;
            starts[squeezed.length()] = origins[i];
            ends[squeezed.length()] = end(origins, i, text.length());
            squeezed.append(letter);
        }
        return new SearchText(squeezed.toString(), starts, ends);
    }

    /** Several folded characters may come from one. */
    private static int end(int[] origins, int index, int length) {
        int next = index + 1;
        while (next < length && origins[next] == origins[index]) {
            next++;
        }
        return origins[next];
    }

    /** CJK and everything that stands beside it without a blank; not Hangul, which parts its words. Surrogates: ideographs. */
    private static boolean isJapanese(char letter) {
        return letter >= '⺀' && !(letter >= '가' && letter <= '힣');
    }

    /** The regular text. */
    public String text() {
        return text;
    }

    /** Where in the original the characters from {@code from} to before {@code to} of {@link #text()} stand; {@code from < to}. */
    public Place place(int from, int to) {
        return new Place(starts[from], ends[to - 1]);
    }

    /**
     * Places of another text, which must have been made with the same {@code exact}; in order, not overlapping.
     *
     * @param most how many at the most
     */
    public List<Place> find(SearchText wanted, int most) {
        var found = new ArrayList<Place>();
        int length = wanted.text.length();
        int at = length == 0 ? -1 : text.indexOf(wanted.text);
        while (at >= 0 && found.size() < most) {
            found.add(place(at, at + length));
            at = text.indexOf(wanted.text, at + length);
        }
        return found;
    }

    /**
     * Characters of the original text.
     *
     * @param start first index
     * @param end index after the last
     */
    public record Place(int start, int end) {}
}

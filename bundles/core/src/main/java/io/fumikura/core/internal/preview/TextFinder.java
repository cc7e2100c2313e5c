package io.fumikura.core.internal.preview;

import io.fumikura.document.text.SearchFolding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds a text on a page as the search does: white space beside Japanese characters does not count, because a sentence goes on in the next
 * line; other white space is one blank.
 */
final class TextFinder {

    /** Characters from {@code start} to before {@code end} of the page's text. */
    record Place(int start, int end) {}

    private record Squeezed(String text, int[] starts, int[] ends) {}

    private final String wanted;
    private final boolean exact;

    TextFinder(String wanted, boolean exact) {
        this.exact = exact;
        this.wanted = squeeze(wanted).text();
    }

    List<Place> find(String text, int most) {
        var found = new ArrayList<Place>();
        if (wanted.isEmpty()) {
            return found;
        }
        Squeezed page = squeeze(text);
        for (int at = page.text().indexOf(wanted); at >= 0 && found.size() < most; at = page.text().indexOf(wanted, at + wanted.length())) {
            found.add(new Place(page.starts()[at], page.ends()[at + wanted.length() - 1]));
        }
        return found;
    }

    private Squeezed squeeze(String original) {
        if (!exact) {
            SearchFolding.Folded folded = SearchFolding.fold(original);
            int[] origins = new int[folded.text().length() + 1];
            Arrays.setAll(origins, folded::origin);
            return squeeze(folded.text(), origins);
        }
        int[] origins = new int[original.length() + 1];
        Arrays.setAll(origins, i -> i);
        return squeeze(original, origins);
    }

    private static Squeezed squeeze(String text, int[] origins) {
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
        return new Squeezed(squeezed.toString(), starts, ends);
    }

    /** Several folded characters may come from one. */
    private static int end(int[] origins, int index, int length) {
        int next = index + 1;
        while (next < length && origins[next] == origins[index]) {
            next++;
        }
        return origins[next];
    }

    private static boolean isJapanese(char letter) {
        return letter >= '⺀' && !(letter >= '가' && letter <= '힣');
    }
}

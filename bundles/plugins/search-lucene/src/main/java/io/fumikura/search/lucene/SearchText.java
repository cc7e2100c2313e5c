package io.fumikura.search.lucene;

import io.fumikura.document.text.SearchFolding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A text as it is searched: folded or exact, and with its white space made regular: none beside Japanese characters (a sentence
 * goes on in the next line), one blank otherwise, none at the ends.
 *
 * @param starts for each index of {@code text}, where its character begins in the original
 * @param ends where it ends
 */
record SearchText(String text, int[] starts, int[] ends) {

    private static final int LONGEST_KEY = 1_000;
    private static final int LONGEST_SORT_KEY = 200;

    static SearchText of(String original, boolean exact) {
        return exact ? exact(original) : folded(original);
    }

    private static SearchText exact(String original) {
        int[] starts = new int[original.length() + 1];
        Arrays.setAll(starts, i -> i);
        return squeeze(original, starts);
    }

    private static SearchText folded(String original) {
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
            if (isBlank(letter)) {
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

    private static int end(int[] origins, int index, int length) {
        int next = index + 1;
        while (next < length && origins[next] == origins[index]) {
            next++;
        }
        return origins[next];
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    /** CJK and everything that stands beside it without a blank; not Hangul, which parts its words. Surrogates: ideographs. */
    private static boolean isJapanese(char letter) {
        return letter >= '⺀' && !(letter >= '가' && letter <= '힣');
    }

    /** The text by which a value is found as a whole. */
    static String key(String value) {
        String text = folded(value).text();
        return text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY) + hash(text);
    }

    /** The text by which a value is sorted. */
    static String sortKey(String value) {
        String text = folded(value).text();
        return text.codePointCount(0, text.length()) <= LONGEST_SORT_KEY
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SORT_KEY));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

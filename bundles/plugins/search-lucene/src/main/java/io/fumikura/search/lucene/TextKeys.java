package io.fumikura.search.lucene;

import io.fumikura.document.text.SearchText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The terms by which whole texts are found and sorted; Lucene limits their length. */
final class TextKeys {

    private static final int LONGEST_KEY = 1_000;
    private static final int LONGEST_SORT_KEY = 200;

    private TextKeys() {}

    /** The text by which a value is found as a whole. */
    static String key(String value) {
        String text = folded(value);
        return text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY) + hash(text);
    }

    /** The text by which a value is sorted. */
    static String sortKey(String value) {
        String text = folded(value);
        return text.codePointCount(0, text.length()) <= LONGEST_SORT_KEY
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SORT_KEY));
    }

    private static String folded(String value) {
        return SearchText.of(value, false).text();
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

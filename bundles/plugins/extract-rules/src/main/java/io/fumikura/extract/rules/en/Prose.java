package io.fumikura.extract.rules.en;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A document's text as one line, so that patterns need not know about line breaks, columns and typography: runs of white space are
 * one space, curly quotes and long dashes are plain ones, invisible characters are gone, and so are the spaces that some PDF
 * producers put into ordinals ("20t h day"). Every index leads back to the document's own offsets.
 */
final class Prose {

    private static final String INVISIBLE = "\u200b\u200c\u200d\ufeff\u00ad";

    private final String text;
    private final int[] origins;
    private final BitSet lineBreaks;
    private final BitSet wideGaps;
    private final Sentences sentences;

    private Prose(String text, int[] origins, BitSet lineBreaks, BitSet wideGaps) {
        this.text = text;
        this.origins = origins;
        this.lineBreaks = lineBreaks;
        this.wideGaps = wideGaps;
        sentences = Sentences.of(text);
    }

    /** @param folded as of {@code DocumentText.folded()} */
    static Prose of(String folded) {
        var line = new StringBuilder(folded.length());
        int[] origins = new int[folded.length() + 1];
        var breaks = new BitSet();
        var gaps = new BitSet();
        int run = 0;
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            if (INVISIBLE.indexOf(letter) >= 0) {
                continue;
            }
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                if (run++ == 0) {
                    origins[line.length()] = i;
                    line.append(' ');
                }
                int place = line.length() - 1;
                boolean lineEnd = letter == '\n' || letter == '\f';
                if (letter == '\t' || run > 2 || lineEnd && breaks.get(place)) {
                    gaps.set(place);
                }
                if (lineEnd) {
                    breaks.set(place);
                }
                continue;
            }
            run = 0;
            origins[line.length()] = i;
            line.append(plain(letter));
        }
        origins[line.length()] = folded.length();
        return new Prose(line.toString(), Arrays.copyOf(origins, line.length() + 1), breaks, gaps);
    }

    private static char plain(char letter) {
        return switch (letter) {
            case '“', '”', '„', '‟', '«', '»', '″' -> '"';
            case '‘', '’', '‚', '′', '`', '´' -> '\'';
            case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
            default -> letter;
        };
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    /** Offset in the document of the character at {@code index}. */
    int origin(int index) {
        return origins[index];
    }

    /** Offset in the document after the last character before {@code end}. */
    int originEnd(int end) {
        return end == 0 ? 0 : origins[end - 1] + 1;
    }

    /** Whether the space at {@code index} was a line break. */
    boolean isLineBreak(int index) {
        return lineBreaks.get(index);
    }

    /** Whether the space at {@code index} was a wide gap, as between columns, headings or paragraphs. */
    boolean isWideGap(int index) {
        return wideGaps.get(index);
    }

    /** Up to {@code length} characters before {@code index}. */
    String before(int index, int length) {
        return text.substring(Math.max(0, index - length), index);
    }

    /** Up to {@code length} characters from {@code index}. */
    String after(int index, int length) {
        return text.substring(index, Math.min(text.length(), index + length));
    }

    Sentences sentences() {
        return sentences;
    }
}

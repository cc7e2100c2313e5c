package io.fumikura.read.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The encoding of a text, decided from its first bytes.
 *
 * @param charset what to decode with
 * @param skip length of the byte order mark
 */
record Encoding(Charset charset, int skip) {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final Charset EUC_JP = Charset.forName("EUC-JP");
    private static final Charset JIS = Charset.forName("x-windows-iso2022jp");
    private static final Charset LATIN = Charset.forName("windows-1252");

    /** @param head the beginning of the file, or all of it; may end within a character */
    static Encoding of(byte[] head) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (starts(head, 0xff, 0xfe)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (starts(head, 0xfe, 0xff)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return new Encoding(withoutMark(head), 0);
    }

    private static Charset withoutMark(byte[] head) {
        if (hasJisEscape(head)) {
            return JIS;
        }
        for (Charset candidate : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            if (hasZero(head) && isPlausible(decode(head, candidate))) {
                return candidate;
            }
        }
        if (errors(decode(head, StandardCharsets.UTF_8)) == 0) {
            return StandardCharsets.UTF_8;
        }
        Charset best = LATIN;
        int score = latinScore(head);
        for (Charset candidate : new Charset[] {SHIFT_JIS, EUC_JP, StandardCharsets.UTF_8}) {
            int points = japaneseScore(decode(head, candidate));
            if (points > score) {
                best = candidate;
                score = points;
            }
        }
        return best;
    }

    private static boolean starts(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** ISO-2022-JP switches between character sets by ESC ( and ESC $, and has no byte over 7F. */
    private static boolean hasJisEscape(byte[] head) {
        boolean escape = false;
        for (int i = 0; i < head.length; i++) {
            if (head[i] < 0) {
                return false;
            }
            escape |= head[i] == 0x1b && i + 2 < head.length && (head[i + 1] == '$' || head[i + 1] == '(');
        }
        return escape;
    }

    private static CharBuffer decode(byte[] head, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = CharBuffer.allocate((int) (head.length * decoder.maxCharsPerByte()) + 16);
        decoder.decode(ByteBuffer.wrap(head), text, false); // a character cut off at the end is no error
        return text.flip();
    }

    private static boolean hasZero(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether nearly all characters are such as stand in Japanese and Western texts. */
    private static boolean isPlausible(CharBuffer text) {
        long good = text.chars()
                .filter(c -> (c > 0 && c < 0x100) || points(c) > 0)
                .count();
        return good > text.length() * 0.9;
    }

    private static int errors(CharBuffer text) {
        return (int) text.chars().filter(c -> c == '\ufffd').count();
    }

    private static int japaneseScore(CharBuffer text) {
        return text.chars().map(Encoding::points).sum();
    }

    private static int points(int letter) {
        if (letter == '\ufffd') {
            return -20;
        }
        if ((letter >= 0x3000 && letter < 0x3100) || (letter >= 0xff01 && letter <= 0xff5e)) {
            return 4; // punctuation, kana, full-width forms
        }
        if (letter >= 0x4e00 && letter < 0xa000) {
            return 2;
        }
        if ((letter >= 0xff61 && letter <= 0xff9f) || (letter >= 0x80 && letter < 0xa0)) {
            return -1; // what the bytes of another encoding look like
        }
        return letter >= 0xe000 && letter < 0xf900 ? -10 : 0;
    }

    /** Western texts have single letters over 7F among ASCII; Japanese ones have pairs of bytes. */
    private static int latinScore(byte[] head) {
        int score = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] < 0) {
                boolean alone = (i == 0 || head[i - 1] > 0) && (i + 1 == head.length || head[i + 1] > 0);
                score += alone ? 3 : -2;
            }
        }
        return score;
    }
}

package io.fumikura.document.text;

import java.text.Normalizer;

/**
 * One-to-one NFKC folding (Unicode Standard Annex 15). PDF text layers hold Kangxi radicals (U+2F00…), and people write full
 * and half width as they like; a character is folded where its NFKC form has the same length, otherwise kept, so that
 * offsets stay the same.
 */
public final class Folding {

    private static final char[] TABLE = table();

    private Folding() {}

    private static char[] table() {
        var table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            char letter = (char) c;
            table[c] = letter;
            if (!Character.isSurrogate(letter) && Character.isDefined(letter)) {
                String form = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKC);
                if (form.length() == 1) {
                    table[c] = form.charAt(0);
                }
            }
        }
        // CJK radicals supplement: what NFKC leaves alone but PDF producers emit for the ideographs.
        String radicals = "⺟母⻁虎⻄西⻆角⻑長⻘青⻝食⻤鬼⻨麦⻩黄⻫斉⻭歯⻯竜⻲亀⺠民⻅見⻉貝⻋車⻌辶⻔門⻗雨";
        for (int i = 0; i < radicals.length(); i += 2) {
            table[radicals.charAt(i)] = radicals.charAt(i + 1);
        }
        return table;
    }

    public static char fold(char letter) {
        return TABLE[letter];
    }

    /** The folded text, of the same length. */
    public static String fold(String text) {
        var folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = TABLE[folded[i]];
        }
        return new String(folded);
    }
}

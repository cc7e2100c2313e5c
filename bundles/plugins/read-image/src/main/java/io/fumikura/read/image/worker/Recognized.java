package io.fumikura.read.image.worker;

import java.util.List;

/** What stands on an image, in Tesseract's order. */
record Recognized(List<Symbol> symbols, boolean vertical) {

    /** Mean confidence, 0…100; 0 for nothing. */
    double confidence() {
        return symbols.stream().mapToDouble(Symbol::confidence).average().orElse(0);
    }

    /** Share of Japanese characters among letters, 0…1. */
    double japanese() {
        long letters = symbols.stream().filter(symbol -> Character.isLetter(symbol.text().codePointAt(0))).count();
        long japanese = symbols.stream().filter(symbol -> isJapanese(symbol.text().codePointAt(0))).count();
        return letters == 0 ? 0 : (double) japanese / letters;
    }

    private static boolean isJapanese(int letter) {
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }
}

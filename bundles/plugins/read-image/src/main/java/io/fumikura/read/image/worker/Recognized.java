package io.fumikura.read.image.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands on an image, in Tesseract's order. */
record Recognized(List<Symbol> symbols, String language, boolean vertical) {

    private static final int ENOUGH = 50;
    /** The words that make up a third of any English text; what the English model makes of Japanese has none of them. */
    private static final Set<String> COMMON = Set.of(
            "the", "of", "and", "to", "in", "is", "for", "that", "by", "with", "be", "or", "on", "as", "this", "at", "from", "are",
            "it", "not", "shall", "any", "such", "which", "an", "was", "were", "will", "has", "have", "its", "their", "may", "all");

    /** Mean confidence, 0…100; 0 for nothing. */
    double confidence() {
        return symbols.stream().mapToDouble(Symbol::confidence).average().orElse(0);
    }

    Script script() {
        if (symbols.size() < ENOUGH) {
            return Script.UNSURE;
        }
        if (!language.equals(Recognizer.ENGLISH)) {
            return japanese() >= 0.2 ? Script.JAPANESE : Script.UNSURE;
        }
        List<String> words = words();
        long common = words.stream().filter(COMMON::contains).count();
        return confidence() > 80 && common > 0.2 * words.size() ? Script.ENGLISH : Script.UNSURE;
    }

    private List<String> words() {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (Symbol symbol : symbols) {
            if (symbol.startsWord() && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.append(symbol.text().toLowerCase(Locale.ROOT));
        }
        words.add(word.toString());
        return words;
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

package io.fumikura.extract.rules;

import java.lang.Character.UnicodeScript;

/** Main language of a document, told by its script. */
public enum Language {
    JAPANESE("ja"),
    ENGLISH("en");

    /** From this share of its letters on, kana and ideographs make a text Japanese: an English one may hold names in Japanese. */
    private static final double JAPANESE_SHARE = 0.15;

    private static final int SAMPLE = 50_000;
    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** As in {@link io.fumikura.document.spi.ExtractionRequest#languages()}. */
    public String code() {
        return code;
    }

    public static Language of(String text) {
        int letters = 0;
        int japanese = 0;
        for (int i = 0; i < text.length() && letters < SAMPLE; i++) {
            char letter = text.charAt(i);
            if (Character.isLetter(letter)) {
                letters++;
                japanese += isJapanese(letter) ? 1 : 0;
            }
        }
        return japanese > letters * JAPANESE_SHARE ? JAPANESE : ENGLISH;
    }

    private static boolean isJapanese(char letter) {
        return letter >= 0x2E80
                && switch (UnicodeScript.of(letter)) {
                    case HAN, HIRAGANA, KATAKANA -> true;
                    default -> false;
                };
    }
}

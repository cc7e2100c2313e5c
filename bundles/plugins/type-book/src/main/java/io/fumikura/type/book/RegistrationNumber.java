package io.fumikura.type.book;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A number of a qualified-invoice issuer (適格請求書発行事業者の登録番号): T and 13 digits. That of a corporation is T and its corporate number, whose
 * first digit checks the other twelve (法人番号の指定等に関する省令 第2条). Numbers of individuals need not obey, so that a wrong digit is no error.
 */
record RegistrationNumber(String value) {

    /** Takes away width, blanks, and dashes that people write. */
    static RegistrationNumber of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return new RegistrationNumber(
                folded.replaceAll("[\\s\\-‐‑‒–—―−ー]", "").toUpperCase(Locale.ROOT));
    }

    boolean isWellFormed() {
        return value.matches("T[0-9]{13}");
    }

    /** Whether the first digit fits the others, as it does for corporations. */
    boolean hasCheckDigit() {
        if (!isWellFormed()) {
            return false;
        }
        int sum = 0;
        for (int n = 1; n <= 12; n++) {
            int digit = value.charAt(14 - n) - '0';
            sum += n % 2 == 1 ? digit : 2 * digit;
        }
        return value.charAt(1) - '0' == 9 - sum % 9;
    }
}

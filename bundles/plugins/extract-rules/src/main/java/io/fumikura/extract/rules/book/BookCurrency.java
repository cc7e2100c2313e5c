package io.fumikura.extract.rules.book;

import io.fumikura.extract.rules.Amounts;
import io.fumikura.extract.rules.Language;
import io.fumikura.extract.rules.Source;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The currency of a document: what it says ("Währung: GBP"), else that of most of its amounts. A bare dollar sign means the dollar of the
 * country; a Malaysian till prints it for ringgit.
 */
record BookCurrency(Optional<Currency> currency) {

    private static final String CODE = "(eur|usd|gbp|jpy|chf|myr|sgd|hkd|cny|aud|cad|nzd|sek|nok|dkk|pln|czk|huf|inr|thb|idr|vnd|krw|twd|brl|mxn)";
    private static final Pattern SAID = Pattern.compile(
            "(?:currency|währung|devise|valuta|moneda|通貨)(?:単位)?\\s*[:：]?\\s{0,60}" + CODE + "\\b");
    private static final Pattern CODES = Pattern.compile("(?<![a-z])" + CODE + "(?![a-z])");
    private static final Pattern MALAYSIA = Pattern.compile(
            "sdn\\.? ?bhd|malaysia|kuala lumpur|selangor|johor|penang|petaling|\\bjalan\\b|\\bjln\\b|\\brm ?\\d");

    private static final Map<String, String> COUNTRIES = Map.of(
            "singapore", "SGD", "australia", "AUD", "canada", "CAD", "new zealand", "NZD");
    private static final int SAMPLE = 50_000;
    private static final Currency YEN = Currency.getInstance("JPY");
    private static final Pattern EURO_LANGUAGES = Pattern.compile(
            "\\b(?:rechnung|mwst|umsatzsteuer|facture|montant|tva|factuur|btw|fattura|factura|totale|gesamt)\\b");

    static BookCurrency of(Source source) {
        return source.view(BookCurrency.class, BookCurrency::find);
    }

    private static BookCurrency find(Source source) {
        String start = source.text().substring(0, Math.min(SAMPLE, source.text().length()));
        String text = start.toLowerCase(Locale.ROOT);
        Matcher said = SAID.matcher(text);
        return new BookCurrency(said.find() ? code(said.group(1)) : ofAmounts(source, text).or(() -> guess(source, text)));
    }

    private static Optional<Currency> ofAmounts(Source source, String text) {
        var counts = new LinkedHashMap<Currency, Integer>();
        Amounts.in(source.text(), 0, Math.min(SAMPLE, source.text().length())).forEach(amount -> amount.currency().ifPresent(one -> counts.merge(one, 1, Integer::sum)));
        CODES.matcher(text).results().forEach(found -> code(found.group(1)).ifPresent(one -> counts.merge(one, 1, Integer::sum)));
        if (source.language() != Language.JAPANESE && counts.getOrDefault(YEN, 0) == 1) {
            // What a recogniser sees in a smudge.
            counts.remove(YEN);
        }
        return counts.entrySet().stream().max(Comparator.comparingInt(Map.Entry::getValue)).map(Map.Entry::getKey);
    }

    private static Optional<Currency> guess(Source source, String text) {
        if (source.language() == Language.JAPANESE) {
            return code("jpy");
        }
        if (MALAYSIA.matcher(text).find()) {
            return code("myr");
        }
        if (text.indexOf('$') >= 0) {
            return code(COUNTRIES.entrySet().stream()
                    .filter(country -> text.contains(country.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("USD"));
        }
        return EURO_LANGUAGES.matcher(text).find() ? code("eur") : Optional.empty();
    }

    private static Optional<Currency> code(String code) {
        return Optional.of(Currency.getInstance(code.toUpperCase(Locale.ROOT)));
    }
}

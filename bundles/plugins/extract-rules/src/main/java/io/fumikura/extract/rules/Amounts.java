package io.fumikura.extract.rules;

import io.fumikura.extract.rules.ja.Numerals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts of money as they are written in Japan and in the West: ¥1,234 · 1,234円 · 金壱百万円整 · 1億2,000万円 · 1.234,56 € · EUR 1 234,56 ·
 * RM12.50 · ▲500 · (1,000). Texts are folded. Numbers that are dates, rates, times or parts of codes are no amounts.
 */
public final class Amounts {

    /**
     * An amount in a text.
     *
     * @param start first index
     * @param end index after the last, the mark of the currency included
     * @param currency told by a mark beside the number; empty where there is none, or only a dollar sign
     * @param marked whether the mark of a currency (or 円, 金) stands beside it
     * @param repaired whether letters were taken for the digits that they look like (8OO)
     * @param decimals digits after the point as written
     */
    public record Amount(
            int start, int end, BigDecimal value, Optional<Currency> currency, boolean marked, boolean repaired, int decimals) {}

    private static final String MARK = "[¥\\\\€£₹]|S\\$|HK\\$|US\\$|A\\$|C\\$|\\$|USD|EUR|GBP|JPY|CHF|MYR|SGD|HKD|CNY|AUD|CAD|RM|R[NHW](?=\\s?\\d)";
    private static final String NUMBER = "\\d+(?:[.,'’]\\d+)+|\\d{1,3}(?: \\d{3})+(?:[.,]\\d{1,2})|\\d+[.,] \\d\\d(?![\\d.,])|\\d+";
    private static final String LOOKALIKE = "[\\dOoQlI|]+(?:[.,][\\dOoQlI|]+)*";

    private static final Pattern WESTERN = Pattern.compile("(?<sign>[-−–▲△(]\\s?)?(?<before>(?<![A-Za-z])(?:" + MARK
            + "))?\\s{0,2}(?<inner>[-−▲△]\\s?)?(?<number>" + NUMBER
            + ")(?<minus>-(?![\\d-]))?(?:\\s{0,2}(?<after>円|€|£|(?:EUR|USD|GBP|JPY|CHF|MYR|SGD|HKD|CNY|AUD|CAD|RM|RH)(?![A-Za-z])|Euro\\b|ユーロ|ドル|米ドル|,-))?");
    private static final Pattern DAMAGED = Pattern.compile("(?<before>[¥\\\\€£$]|(?<![A-Za-z])RM)\\s?(?<number>" + LOOKALIKE + ")(?![A-Za-z0-9])");
    private static final Pattern KANJI = Pattern.compile(
            "(?:金\\s*)?(?:[¥\\\\]\\s*)?(?<number>[0-9,]*[0-9](?:\\.\\d+)?\\s*[千百]?[万億兆][0-9,千百十万億]*|[一二三四五六七八九〇十百千万億兆壱弐参肆伍陸漆捌玖拾阡萬廿]{2,}|[一二三四五六七八九]?[十百千万億])\\s*円");

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("¥", "JPY"), Map.entry("\\", "JPY"), Map.entry("円", "JPY"), Map.entry("€", "EUR"), Map.entry("EURO", "EUR"),
            Map.entry("ユーロ", "EUR"), Map.entry("£", "GBP"), Map.entry("₹", "INR"), Map.entry("RM", "MYR"), Map.entry("RN", "MYR"), Map.entry("RH", "MYR"),
            Map.entry("RW", "MYR"), Map.entry("S$", "SGD"), Map.entry("HK$", "HKD"), Map.entry("US$", "USD"), Map.entry("A$", "AUD"),
            Map.entry("C$", "CAD"), Map.entry("ドル", "USD"), Map.entry("米ドル", "USD"));

    private Amounts() {}

    /** The amounts between {@code from} and {@code to}, in order; places are those in {@code text}. */
    public static List<Amount> in(String text, int from, int to) {
        var found = new ArrayList<Amount>();
        var taken = new BitSet();
        add(found, taken, KANJI.matcher(text).region(from, to), text, Amounts::kanji);
        add(found, taken, DAMAGED.matcher(text).region(from, to), text, Amounts::damaged);
        add(found, taken, WESTERN.matcher(text).region(from, to).useTransparentBounds(true), text, Amounts::western);
        found.sort(Comparator.comparingInt(Amount::start));
        return found;
    }

    public static List<Amount> in(String text) {
        return in(text, 0, text.length());
    }

    private interface Reader {
        Optional<Amount> read(Matcher matcher, String text);
    }

    private static void add(List<Amount> found, BitSet taken, Matcher matcher, String text, Reader reader) {
        while (matcher.find()) {
            reader.read(matcher, text)
                    .filter(amount -> taken.get(amount.start(), amount.end()).isEmpty())
                    .ifPresent(amount -> {
                        taken.set(amount.start(), amount.end());
                        found.add(amount);
                    });
        }
    }

    private static Optional<Amount> western(Matcher matcher, String text) {
        String mark = matcher.group("before") != null ? matcher.group("before") : matcher.group("after");
        int digits = matcher.start("number");
        int end = matcher.end("number");
        if (mark == null && isPartOfSomething(text, digits, end) || follows(text, end, "%") || isTorn(matcher, text)) {
            return Optional.empty();
        }
        Optional<Currency> currency = currency(mark);
        BigDecimal value = number(matcher.group("number"), currency.filter(Amounts::hasNoCents).isPresent());
        if (value == null) {
            return Optional.empty();
        }
        boolean negative = isNegative(matcher, text, digits);
        int start = matcher.group("before") != null ? matcher.start("before") : digits;
        int decimals = Math.max(0, value.scale());
        return Optional.of(new Amount(
                negative && matcher.group("sign") != null ? matcher.start("sign") : start,
                matcher.group("after") != null ? matcher.end("after") : matcher.group("minus") != null ? matcher.end("minus") : end,
                negative ? value.negate() : value,
                currency,
                mark != null,
                false,
                decimals));
    }

    /** A mark in the middle of digits or letters, as a recogniser makes it out of a code: 001188€7, RM1T5. */
    private static boolean isTorn(Matcher matcher, String text) {
        int end = matcher.end();
        boolean goesOn = end < text.length() && text.charAt(end) < 0x250 && Character.isLetterOrDigit(text.charAt(end));
        int start = matcher.start("before");
        return goesOn || start > 0 && Character.isDigit(text.charAt(start - 1)) && "¥\\€£$".indexOf(text.charAt(start)) >= 0;
    }

    private static boolean isNegative(Matcher matcher, String text, int digits) {
        // ¥12,000- is how yen are closed, not a minus.
        boolean minus = matcher.group("minus") != null && !"¥".equals(matcher.group("before")) && !"\\".equals(matcher.group("before"));
        if (matcher.group("inner") != null || minus) {
            return true;
        }
        String sign = matcher.group("sign");
        if (sign == null) {
            return false;
        }
        if (sign.startsWith("(")) {
            return matcher.end() < text.length() && text.charAt(matcher.end()) == ')' && !matcher.group("number").matches("\\d{1,2}");
        }
        int before = matcher.start("sign") - 1;
        return before < 0 || !Character.isLetterOrDigit(text.charAt(before));
    }

    /** Digits inside of a word, a code, a date, a time, a rate or a range. */
    private static boolean isPartOfSomething(String text, int start, int end) {
        if (start > 0) {
            char before = text.charAt(start - 1);
            if (before < 0x250 && Character.isLetter(before) || "/#.,_'’€£¥$".indexOf(before) >= 0
                    || Character.isDigit(before)) {
                return true;
            }
            if (before == '-' && start > 1 && Character.isLetterOrDigit(text.charAt(start - 2))) {
                return true;
            }
            if (before == ':' && start > 1 && Character.isDigit(text.charAt(start - 2))) {
                return true;
            }
        }
        if (end < text.length()) {
            char after = text.charAt(end);
            boolean goesOn = end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
            return after < 0x250 && Character.isLetter(after) || "年月日時分人個名件本枚冊号第条項％".indexOf(after) >= 0
                    || goesOn && "/-:_".indexOf(after) >= 0;
        }
        return false;
    }

    private static boolean follows(String text, int end, String what) {
        int i = end;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return text.startsWith(what, i);
    }

    private static boolean hasNoCents(Currency currency) {
        return currency.getDefaultFractionDigits() == 0;
    }

    /** @return null where the groups make no number, e.g. in 05.03.2018 */
    static @Nullable BigDecimal number(String written, boolean withoutCents) {
        String compact = written.replaceAll("[.,] (?=\\d\\d$)", ".").replace("’", "'");
        int dots = count(compact, '.');
        int commas = count(compact, ',');
        int last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
        int tail = last < 0 ? 0 : compact.length() - last - 1;
        boolean decimal = last >= 0
                && (dots > 0 && commas > 0
                        ? count(compact, compact.charAt(last)) == 1
                        : dots + commas == 1 && (tail != 3 || compact.startsWith("0")));
        if (withoutCents && decimal && tail == 3) {
            decimal = false;
        }
        String whole = decimal ? compact.substring(0, last) : compact;
        String[] groups = whole.split("[.,' ]");
        for (int i = 1; i < groups.length; i++) {
            if (groups[i].length() != 3 || groups[0].length() > 3) {
                return null;
            }
        }
        String digits = String.join("", groups);
        if (digits.isEmpty() || digits.length() > 15 || decimal && tail > 4) {
            return null;
        }
        return new BigDecimal(decimal ? digits + "." + compact.substring(last + 1) : digits);
    }

    private static int count(String text, char letter) {
        return (int) text.chars().filter(c -> c == letter).count();
    }

    private static Optional<Amount> damaged(Matcher matcher, String text) {
        String written = matcher.group("number");
        if (!written.matches(".*\\d.*") || written.matches("[\\d.,]+") || written.endsWith("|") && written.length() < 3) {
            return Optional.empty();
        }
        String repaired = written.replaceAll("[OoQ]", "0").replaceAll("[lI|]", "1");
        Optional<Currency> currency = currency(matcher.group("before"));
        BigDecimal value = number(repaired, currency.filter(Amounts::hasNoCents).isPresent());
        return value == null
                ? Optional.empty()
                : Optional.of(new Amount(matcher.start(), matcher.end(), value, currency, true, true, Math.max(0, value.scale())));
    }

    private static Optional<Amount> kanji(Matcher matcher, String text) {
        return Numerals.parse(matcher.group("number"))
                .filter(value -> value.signum() > 0 && value.precision() - value.scale() <= 15)
                .map(value -> new Amount(
                        matcher.start(), matcher.end(), value, Optional.of(Currency.getInstance("JPY")), true, false, 0));
    }

    private static Optional<Currency> currency(@Nullable String mark) {
        if (mark == null || mark.equals("$") || mark.equals(",-")) {
            return Optional.empty();
        }
        String upper = mark.toUpperCase(Locale.ROOT);
        return Optional.of(Currency.getInstance(CODES.getOrDefault(upper, upper)));
    }
}

package io.fumikura.extract.rules.book;

import io.fumikura.document.Derivation;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.extract.rules.Amounts.Amount;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import io.fumikura.extract.rules.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The breakdown by the Japanese rates of 10% and 8%. Where a base holds its tax (内税), the base without it is derived.
 */
final class RateRule implements Rule {

    private static final Pattern RATE = Pattern.compile("(?<![\\d.])(10|8)(?:\\.0)?\\s?[%％]");
    private static final Pattern TAX_WORD = Pattern.compile("消費税|税額|内税|外税");
    private static final Pattern BASE_WORD = Pattern.compile("対象|課税|税率|税抜|税込|計");
    private static final LocalizedText WITHOUT_TAX = new LocalizedText("税込額−税額", "Amount with tax − tax");

    @Override
    public List<Finding> find(Source source) {
        var sheet = Sheet.of(source);
        var figures = Figures.of(source);
        var found = new ArrayList<Finding>();
        List<List<Cell>> rows = sheet.rows();
        for (int i = 0; i < rows.size(); i++) {
            String line = line(source, rows.get(i));
            Matcher rate = RATE.matcher(line);
            if (rate.find() && (TAX_WORD.matcher(line).find() || BASE_WORD.matcher(line).find())) {
                List<Cell> next = i + 1 < rows.size() ? rows.get(i + 1) : List.of();
                addRate(source, figures, rows.get(i), next, rate.group(1), found);
            }
        }
        return found;
    }

    private static void addRate(
            Source source, Figures figures, List<Cell> row, List<Cell> next, String rate, List<Finding> found) {
        Amount base = null;
        Amount tax = null;
        int at = row.get(0).start();
        for (Amount amount : amounts(figures, row)) {
            String words = source.text().substring(Math.min(at, amount.start()), amount.start());
            boolean isTax = TAX_WORD.matcher(words).find() && !words.contains("対象");
            if (isTax && tax == null) {
                tax = amount;
            } else if (base == null && !isTax) {
                base = amount;
            } else if (tax == null) {
                tax = amount;
            }
            at = amount.end();
        }
        if (base != null && tax == null && !next.isEmpty()) {
            String words = line(source, next);
            if (TAX_WORD.matcher(words).find() && !RATE.matcher(words).find()) {
                tax = taxOfNextRow(figures, next, base, rate);
            }
        }
        add(source, figures, rate, base, tax, line(source, row), found);
    }

    private static @Nullable Amount taxOfNextRow(Figures figures, List<Cell> row, Amount base, String rate) {
        return amounts(figures, row).stream()
                .filter(amount -> fits(base.value(), amount.value(), rate, false) || fits(base.value(), amount.value(), rate, true))
                .findFirst()
                .orElse(null);
    }

    private static void add(
            Source source, Figures figures, String rate, @Nullable Amount base, @Nullable Amount tax, String words, List<Finding> found) {
        if (tax != null) {
            found.add(finding("tax_" + rate, tax.value(), figures, tax, tax, Optional.empty()));
        }
        if (base == null) {
            return;
        }
        boolean included = tax != null && isIncluded(base.value(), tax.value(), rate, words);
        if (included) {
            var derivation = new Derivation(WITHOUT_TAX, List.of("tax_" + rate));
            found.add(finding(
                    "taxable_" + rate, base.value().subtract(tax.value()), figures, base, tax, Optional.of(derivation)));
        } else if (tax != null || !source.text().contains("内税")) {
            found.add(finding("taxable_" + rate, base.value(), figures, base, base, Optional.empty()));
        }
    }

    private static boolean isIncluded(BigDecimal base, BigDecimal tax, String rate, String words) {
        boolean without = fits(base, tax, rate, false);
        boolean with = fits(base, tax, rate, true);
        return without == with ? words.contains("内") || words.contains("税込") : with;
    }

    private static boolean fits(BigDecimal base, BigDecimal tax, String rate, boolean included) {
        BigDecimal percent = new BigDecimal(rate);
        BigDecimal divisor = included ? percent.add(BigDecimal.valueOf(100)) : BigDecimal.valueOf(100);
        BigDecimal exact = base.multiply(percent).divide(divisor, 6, RoundingMode.HALF_UP);
        return exact.subtract(tax).abs().compareTo(BigDecimal.ONE) < 0;
    }

    private static Finding finding(
            String field, BigDecimal value, Figures figures, Amount one, Amount other, Optional<Derivation> derivation) {
        var places = one == other
                ? List.of(new Span(one.start(), one.end()))
                : List.of(new Span(one.start(), one.end()), new Span(other.start(), other.end()));
        return new Finding(
                field, new FieldValue.Money(value, one.currency().or(figures::currency)), places, one.repaired() ? 0.45 : 0.85, derivation);
    }

    private static List<Amount> amounts(Figures figures, List<Cell> row) {
        return row.stream().flatMap(cell -> figures.amounts(cell).stream()).toList();
    }

    private static String line(Source source, List<Cell> row) {
        return row.stream().map(Cell::text).reduce((one, other) -> one + " " + other).orElse("");
    }
}

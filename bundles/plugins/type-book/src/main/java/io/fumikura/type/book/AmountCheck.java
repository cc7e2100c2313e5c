package io.fumikura.type.book;

import io.fumikura.document.FieldValue;
import io.fumikura.document.FieldValue.Money;
import io.fumikura.document.LocalizedText;
import io.fumikura.document.Warning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the figures of a book add up. Tax is rounded once per rate and document, up, down or to the nearest (消費税法施行令 第70条の10), so
 * that each of these results is right.
 */
final class AmountCheck {

    List<Warning> check(Map<String, FieldValue> values) {
        var figures = new Figures(values);
        var warnings = new ArrayList<Warning>();
        rate(figures, BookFields.TAXABLE_10, BookFields.TAX_10, 10, warnings);
        rate(figures, BookFields.TAXABLE_8, BookFields.TAX_8, 8, warnings);
        tax(figures, warnings);
        total(figures, warnings);
        due(figures, warnings);
        return warnings;
    }

    private static void rate(Figures figures, String baseField, String taxField, int rate, List<Warning> warnings) {
        BigDecimal base = figures.get(baseField);
        BigDecimal tax = figures.get(taxField);
        if (base == null || tax == null) {
            return;
        }
        boolean excluded = figures.rounds(base.multiply(BigDecimal.valueOf(rate)), BigDecimal.valueOf(100), tax);
        boolean included = figures.rounds(
                base.add(tax).multiply(BigDecimal.valueOf(rate)), BigDecimal.valueOf(100 + rate), tax);
        if (!excluded && !included) {
            warnings.add(new Warning(
                    "book.tax-mismatch",
                    new LocalizedText(
                            rate + "%対象の税額 " + tax.toPlainString() + " が対象額 " + base.toPlainString() + " と合いません。",
                            "The tax of " + tax.toPlainString() + " does not fit " + rate + "% of " + base.toPlainString() + "."),
                    List.of(baseField, taxField)));
        }
    }

    private static void tax(Figures figures, List<Warning> warnings) {
        BigDecimal tax = figures.get(BookFields.TAX);
        if (tax == null || figures.get(BookFields.TAX_10) == null && figures.get(BookFields.TAX_8) == null) {
            return;
        }
        BigDecimal sum = figures.sum(BookFields.TAX_10, BookFields.TAX_8);
        boolean complete = figures.hasBoth(BookFields.TAXABLE_10, BookFields.TAX_10)
                && figures.hasBoth(BookFields.TAXABLE_8, BookFields.TAX_8);
        if (complete && !figures.near(sum, tax)) {
            warnings.add(new Warning(
                    "book.tax-sum-mismatch",
                    new LocalizedText(
                            "消費税額 " + tax.toPlainString() + " が税率ごとの税額の合計 " + sum.toPlainString() + " と合いません。",
                            "The tax of " + tax.toPlainString() + " is not the sum of the taxes per rate, " + sum.toPlainString() + "."),
                    List.of(BookFields.TAX, BookFields.TAX_10, BookFields.TAX_8)));
        }
    }

    private static void total(Figures figures, List<Warning> warnings) {
        BigDecimal total = figures.get(BookFields.AMOUNT);
        var sums = figures.possibleTotals();
        if (total == null || sums.isEmpty() || sums.stream().anyMatch(sum -> figures.near(sum, total))) {
            return;
        }
        warnings.add(new Warning(
                "book.sum-mismatch",
                new LocalizedText(
                        "取引金額 " + total.toPlainString() + " が内訳の合計 " + sums.get(0).toPlainString() + " と合いません。",
                        "The amount of " + total.toPlainString() + " is not the sum of its parts, " + sums.get(0).toPlainString() + "."),
                List.of(BookFields.AMOUNT, BookFields.SUBTOTAL, BookFields.TAX)));
    }

    /** Something paid before makes the amount due smaller; a larger one contradicts the total, or holds an older debt. */
    private static void due(Figures figures, List<Warning> warnings) {
        BigDecimal total = figures.get(BookFields.AMOUNT);
        BigDecimal due = figures.get(BookFields.AMOUNT_DUE);
        if (total != null && due != null && due.compareTo(total) > 0 && !figures.near(due, total)) {
            warnings.add(new Warning(
                    "book.totals-contradict",
                    new LocalizedText(
                            "支払額 " + due.toPlainString() + " が合計 " + total.toPlainString() + " を超えています。",
                            "The amount due, " + due.toPlainString() + ", exceeds the total, " + total.toPlainString() + "."),
                    List.of(BookFields.AMOUNT, BookFields.AMOUNT_DUE)));
        }
    }

    /** The amounts of a record in the smallest unit of its currency. */
    private record Figures(Map<String, FieldValue> values) {

        @Nullable BigDecimal get(String field) {
            return values.get(field) instanceof Money money ? money.value() : null;
        }

        BigDecimal sum(String... fields) {
            return Stream.of(fields)
                    .map(field -> values.get(field) instanceof Money money ? money.value() : BigDecimal.ZERO)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        boolean hasBoth(String base, String tax) {
            return values.containsKey(tax) || !values.containsKey(base);
        }

        List<BigDecimal> possibleTotals() {
            var sums = new ArrayList<BigDecimal>();
            BigDecimal subtotal = get(BookFields.SUBTOTAL);
            if (subtotal != null && get(BookFields.TAX) != null) {
                sums.add(sum(BookFields.SUBTOTAL, BookFields.TAX));
                // A subtotal may hold the tax already (内税).
                if (hasIncludedTax(subtotal)) {
                    sums.add(subtotal);
                }
            }
            boolean rates = values.containsKey(BookFields.TAX_10) || values.containsKey(BookFields.TAX_8);
            if (rates
                    && values.containsKey(BookFields.TAX_10) == values.containsKey(BookFields.TAXABLE_10)
                    && values.containsKey(BookFields.TAX_8) == values.containsKey(BookFields.TAXABLE_8)) {
                sums.add(sum(
                        BookFields.TAXABLE_10, BookFields.TAX_10, BookFields.TAXABLE_8, BookFields.TAX_8, BookFields.EXEMPT));
            }
            return sums;
        }

        private boolean hasIncludedTax(BigDecimal subtotal) {
            BigDecimal total = get(BookFields.AMOUNT);
            return total != null && near(subtotal, total);
        }

        /** Whether {@code result} is {@code dividend / divisor}, rounded in some way. */
        boolean rounds(BigDecimal dividend, BigDecimal divisor, BigDecimal result) {
            int digits = digits();
            return Stream.of(RoundingMode.FLOOR, RoundingMode.HALF_UP, RoundingMode.CEILING)
                    .anyMatch(mode -> dividend.divide(divisor, digits, mode).compareTo(result) == 0);
        }

        /** Equal; where coins are rounded to five (0.05) that is near enough. */
        boolean near(BigDecimal one, BigDecimal other) {
            BigDecimal apart = digits() == 0 ? BigDecimal.ZERO : new BigDecimal("0.05");
            return one.subtract(other).abs().compareTo(apart) <= 0;
        }

        private int digits() {
            return values.values().stream()
                    .filter(Money.class::isInstance)
                    .flatMap(value -> ((Money) value).currency().stream())
                    .mapToInt(currency -> Math.max(0, currency.getDefaultFractionDigits()))
                    .findFirst()
                    .orElseGet(() -> values.values().stream()
                            .filter(Money.class::isInstance)
                            .mapToInt(value -> Math.min(2, Math.max(0, ((Money) value).value().stripTrailingZeros().scale())))
                            .max()
                            .orElse(0));
        }
    }
}

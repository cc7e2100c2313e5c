package io.fumikura.extract.rules.book;

import io.fumikura.extract.rules.book.FigureLabel.Meaning;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which figure is which sum, judged from its label and from whether the figures add up. Scores are 0…1 and a little more. */
final class Sums {

    private static final Pattern RATE = Pattern.compile("(?<![\\d.,])(\\d{1,2}(?:[.,]\\d{1,2})?)\\s?[%％]");

    private final Figures figures;
    private final List<BigDecimal> bases;
    private final List<BigDecimal> taxes;
    private final List<BigDecimal> totals;
    private final List<BigDecimal> roundings;
    private final List<BigDecimal> paid;
    private final List<BigDecimal> change;
    private final List<Figure> taxesPerRate;

    Sums(Figures figures) {
        this.figures = figures;
        bases = figures.values(figure -> figure.is(Meaning.SUBTOTAL) || figure.is(Meaning.TOTAL) || figure.is(Meaning.BASE));
        taxes = figures.values(figure -> figure.is(Meaning.TAX));
        totals = figures.values(figure -> figure.is(Meaning.TOTAL) || figure.is(Meaning.DUE));
        roundings = figures.values(figure -> figure.is(Meaning.ROUNDING) && figure.value().signum() != 0);
        paid = figures.values(figure -> figure.is(Meaning.CASH));
        change = figures.values(figure -> figure.is(Meaning.CHANGE));
        taxesPerRate = findTaxesPerRate();
    }

    double total(Figure figure) {
        double score = weight(figure);
        if (score == 0) {
            return 0;
        }
        BigDecimal value = figure.value();
        if (value.signum() == 0 && totals.stream().anyMatch(other -> other.signum() != 0)) {
            return 0.2;
        }
        score += isSumOfBaseAndTax(value) ? 0.12 : 0;
        score += isPaid(value) ? 0.1 : 0;
        score += 0.03 * Math.min(3, figures.all().stream()
                .filter(other -> other != figure && other.is(Meaning.TOTAL) && figures.same(other.value(), value))
                .count());
        score += roundings.stream().anyMatch(r -> totals.stream().anyMatch(t -> figures.same(t.add(r), value))) ? 0.25 : 0;
        score -= isBaseOfAnotherTotal(value) ? 0.15 : 0;
        score -= isRoundedElsewhere(value) ? 0.2 : 0;
        score -= isPartOfRow(figure) ? 0.3 : 0;
        return score;
    }

    private double weight(Figure figure) {
        return switch (figure.label().meaning()) {
            case TOTAL -> figure.weight();
            case DUE -> figure.weight() - (totals.size() > 1 ? 0.05 : 0);
            case SUBTOTAL -> totals.isEmpty() ? 0.45 : 0;
            case CASH -> totals.isEmpty() && figure.last() ? 0.4 : 0;
            case OTHER -> unlabelled(figure);
            default -> 0;
        };
    }

    /** On a receipt the sum may stand alone, without a word beside it. */
    private double unlabelled(Figure figure) {
        if (figure.weight() > 0 || !figure.amount().marked()) {
            return 0;
        }
        boolean alone = totals.isEmpty()
                && figure.label().words().isEmpty()
                && figures.all().stream().noneMatch(other -> other.value().abs().compareTo(figure.value().abs()) > 0);
        return alone ? 0.45 : roundings.isEmpty() ? 0 : 0.3;
    }

    /** In a row of base, tax and sum, the largest is the sum. */
    private boolean isPartOfRow(Figure figure) {
        return figures.all().stream()
                .anyMatch(other -> other.row() == figure.row()
                        && other.label() == figure.label()
                        && other.value().abs().compareTo(figure.value().abs()) > 0);
    }

    private boolean isSumOfBaseAndTax(BigDecimal value) {
        return bases.stream().anyMatch(base -> taxes.stream()
                .anyMatch(tax -> tax.signum() != 0 && figures.same(base.add(tax), value)));
    }

    private boolean isBaseOfAnotherTotal(BigDecimal value) {
        return taxes.stream()
                .filter(tax -> tax.signum() != 0)
                .anyMatch(tax -> totals.stream().anyMatch(total -> figures.same(value.add(tax), total)));
    }

    private boolean isRoundedElsewhere(BigDecimal value) {
        return roundings.stream().anyMatch(r -> figures.all().stream()
                .anyMatch(other -> other.amount().marked() && figures.same(value.add(r), other.value())));
    }

    private boolean isPaid(BigDecimal value) {
        return paid.stream().anyMatch(cash -> figures.same(cash, value)
                || change.stream().anyMatch(back -> figures.same(cash.subtract(back), value)));
    }

    /** The taxes per rate where there are several and no sum of them; their sum is the tax. */
    List<Figure> taxesPerRate() {
        return taxesPerRate;
    }

    private List<Figure> findTaxesPerRate() {
        if (taxes.stream().anyMatch(tax -> tax.signum() != 0 && isTaxOfTotal(tax))) {
            return List.of();
        }
        var rates = figures.of(Meaning.TAX).filter(figure -> figure.last() && isPerRate(figure)).toList();
        long kinds = rates.stream().map(this::rate).distinct().count();
        BigDecimal sum = rates.stream().map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean told = rates.stream().allMatch(rate -> RATE.matcher(figures.rowOf(rate)).find());
        return kinds > 1 && (told || isTaxOfTotal(sum)) ? rates : List.of();
    }

    /**
     * Taxes told by their row alone: "21 % 41.31 8.68 49.99" holds a rate, a base, the tax of that rate and their sum, whatever stands above.
     * Empty where several rates are listed.
     */
    List<Figure> taxesOfRow() {
        List<Figure> found = IntStream.range(0, Math.max(0, figures.all().size() - 2)).filter(this::isTaxRow).mapToObj(i -> figures.all().get(i + 1)).toList();
        return found.stream().map(Figure::value).distinct().count() == 1 ? found : List.of();
    }

    private boolean isTaxRow(int i) {
        Figure base = figures.all().get(i);
        Figure tax = figures.all().get(i + 1);
        Figure sum = figures.all().get(i + 2);
        Matcher rate = RATE.matcher(figures.rowOf(base));
        if (base.row() != tax.row() || base.row() != sum.row() || !rate.find() || tax.value().signum() == 0) {
            return false;
        }
        BigDecimal percent = new BigDecimal(rate.group(1).replace(',', '.')).movePointLeft(2);
        BigDecimal coin = figures.hasCents() ? new BigDecimal("0.01") : BigDecimal.ONE;
        return figures.same(base.value().add(tax.value()), sum.value())
                && base.value().multiply(percent).subtract(tax.value()).abs().compareTo(coin) <= 0;
    }

    /** Whether what the taxes per rate sum up to makes the total. */
    boolean isTaxOfTotal(BigDecimal tax) {
        return bases.stream().anyMatch(base -> !figures.same(base, tax) && totals.stream().anyMatch(total -> figures.same(base.add(tax), total)));
    }

    private boolean isPerRate(Figure figure) {
        return RATE.matcher(figures.rowOf(figure)).find() || figures.of(Meaning.TAX)
                .anyMatch(other -> other.row() != figure.row()
                        && other.label().words().equals(figure.label().words())
                        && !other.value().equals(figure.value()));
    }

    private String rate(Figure figure) {
        Matcher rate = RATE.matcher(figures.rowOf(figure));
        return rate.find() ? rate.group(1) : figure.value().toPlainString();
    }

    double subtotal(Figure figure) {
        boolean labelled = figure.is(Meaning.SUBTOTAL);
        boolean sumsUp = figure.value().signum() != 0 && isBaseOfAnotherTotal(figure.value());
        return labelled && figure.last()
                ? figure.weight() * 0.7 + (sumsUp ? 0.25 : 0)
                : figure.is(Meaning.TOTAL) && sumsUp ? 0.5 : labelled && sumsUp ? 0.6 : 0;
    }

    double tax(Figure figure) {
        if (!figure.is(Meaning.TAX) || taxesPerRate.contains(figure)) {
            return 0;
        }
        BigDecimal value = figure.value();
        boolean sumsUp = bases.stream().anyMatch(base -> !figures.same(base, value)
                && totals.stream().anyMatch(total -> !figures.same(total, base) && figures.same(base.add(value), total)));
        boolean nothing = value.signum() == 0 && bases.stream().anyMatch(totals::contains);
        return (figure.last() ? 0.6 : 0.25) + (sumsUp || nothing ? 0.35 : 0);
    }
}

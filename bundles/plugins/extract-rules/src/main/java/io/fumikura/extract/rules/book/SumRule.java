package io.fumikura.extract.rules.book;

import io.fumikura.document.Derivation;
import io.fumikura.document.FieldValue;
import io.fumikura.document.LocalizedText;
import io.fumikura.extract.rules.Finding;
import io.fumikura.extract.rules.Rule;
import io.fumikura.extract.rules.Source;
import io.fumikura.extract.rules.Span;
import io.fumikura.extract.rules.book.FigureLabel.Meaning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sums of a book: its amount, subtotal, tax and what is left to pay. */
final class SumRule implements Rule {

    private static final LocalizedText SUM_OF_RATES = new LocalizedText("税率ごとの税額の合計", "Sum of the taxes per rate");
    private static final double MOST = 0.97;
    private static final double OF_ROW = 0.7;

    @Override
    public List<Finding> find(Source source) {
        var figures = Figures.of(source);
        var sums = new Sums(figures);
        var found = new ArrayList<Finding>();
        for (Figure figure : figures.all()) {
            add(found, "amount", figure, sums.total(figure), figures);
            add(found, "subtotal", figure, sums.subtotal(figure), figures);
            add(found, "tax", figure, sums.tax(figure), figures);
            if (figure.is(Meaning.DUE)) {
                add(found, "amount_due", figure, figure.weight(), figures);
            }
            if (figure.is(Meaning.EXEMPT) && figure.last()) {
                add(found, "exempt", figure, 0.8, figures);
            }
        }
        taxesPerRate(found, sums, figures);
        sums.taxesOfRow().forEach(tax -> add(found, "tax", tax, OF_ROW, figures));
        return found;
    }

    private static void taxesPerRate(List<Finding> found, Sums sums, Figures figures) {
        List<Figure> rates = sums.taxesPerRate();
        if (!rates.isEmpty()) {
            BigDecimal sum = rates.stream().map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            var places = rates.stream()
                    .map(rate -> new Span(rate.amount().start(), rate.amount().end()))
                    .toList();
            found.add(new Finding(
                    "tax",
                    new FieldValue.Money(sum, figures.currency()),
                    places,
                    sums.isTaxOfTotal(sum) ? 0.9 : 0.55,
                    Optional.of(new Derivation(SUM_OF_RATES, List.of("tax")))));
        }
    }

    private static void add(List<Finding> found, String field, Figure figure, double score, Figures figures) {
        if (score < 0.2) {
            return;
        }
        // Among equals the later one wins: sums stand below what they sum up.
        double order = Math.min(0.009, figure.row() / 100_000.0);
        double confidence = Math.min(MOST, score) + (score < MOST ? order : 0);
        var amount = figure.amount();
        var currency = amount.currency().or(figures::currency);
        found.add(Finding.of(
                field,
                new FieldValue.Money(amount.value(), currency),
                amount.start(),
                amount.end(),
                amount.repaired() ? Math.min(0.45, confidence) : Math.min(1, confidence)));
    }
}

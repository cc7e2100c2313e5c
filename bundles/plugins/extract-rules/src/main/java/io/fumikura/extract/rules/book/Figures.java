package io.fumikura.extract.rules.book;

import io.fumikura.extract.rules.Amounts;
import io.fumikura.extract.rules.Amounts.Amount;
import io.fumikura.extract.rules.Source;
import io.fumikura.extract.rules.book.FigureLabel.Meaning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All labelled amounts of a document. A label stands to the left of its amounts or above them. */
final class Figures {

    /** What may stand between a label and its amount without being another label. */
    private static final Pattern FILLING = Pattern.compile(
            "(?i)[^\\p{L}]*(?:(?:eur|usd|gbp|jpy|myr|chf|rm|r[hnw]|in|円|金|也|整|税込|税抜|sr|zrl|x|@|kg|stk)[^\\p{L}]*)*");
    private static final int COLUMN = 14;
    private static final int MOST = 40;

    private final List<Figure> figures = new ArrayList<>();
    private final Sheet sheet;
    private final String text;
    private final Optional<Currency> currency;

    private Figures(Source source) {
        sheet = Sheet.of(source);
        text = source.text();
        currency = BookCurrency.of(source).currency();
        for (int i = 0; i < sheet.rows().size(); i++) {
            addRow(sheet.rows().get(i), i);
        }
    }

    static Figures of(Source source) {
        return source.view(Figures.class, Figures::new);
    }

    /** In the order of the document. */
    List<Figure> all() {
        return figures;
    }

    Stream<Figure> of(Meaning meaning) {
        return figures.stream().filter(figure -> figure.is(meaning));
    }

    /** Currency of the document. */
    Optional<Currency> currency() {
        return currency;
    }

    boolean hasCents() {
        return currency.map(one -> one.getDefaultFractionDigits() > 0).orElse(true);
    }

    /** Equal to the coin; five hundredths make no difference where coins are rounded. */
    boolean same(BigDecimal one, BigDecimal other) {
        BigDecimal apart = hasCents() ? new BigDecimal("0.011") : BigDecimal.ZERO;
        return one.subtract(other).abs().compareTo(apart) <= 0;
    }

    /** Amounts in a cell that are not small counts or rates. */
    List<Amount> amounts(Cell cell) {
        return Amounts.in(text, cell.start(), cell.end()).stream().filter(this::isMoney).toList();
    }

    private boolean isMoney(Amount amount) {
        if (amount.marked() || amount.decimals() > 0 && amount.decimals() != 1) {
            return true;
        }
        boolean grouped = text.substring(amount.start(), amount.end()).matches(".*[,.' ].*");
        return amount.value().precision() - amount.value().scale() <= 9
                && (grouped || !hasCents() && amount.value().abs().compareTo(BigDecimal.TEN) >= 0);
    }

    private void addRow(List<Cell> row, int index) {
        FigureLabel label = null;
        Cell labelled = null;
        int before = figures.size();
        for (Cell cell : row) {
            int at = cell.start();
            for (Amount amount : amounts(cell)) {
                String words = text.substring(at, Math.max(at, amount.start()));
                if (!isFilling(words)) {
                    label = FigureLabel.of(words);
                    labelled = cell;
                }
                add(label, 0, amount, index);
                at = amount.end();
            }
            String rest = text.substring(at, cell.end());
            if (!isFilling(rest)) {
                if (labelled != null && label != null && figures.size() == before) {
                    addColumn(labelled, label, index);
                }
                label = FigureLabel.of(rest);
                labelled = cell;
                before = figures.size();
            }
        }
        if (labelled != null && label != null && figures.size() == before) {
            addColumn(labelled, label, index);
        }
        markLast(index);
    }

    /** One or two letters alone are codes of taxes, or what a recogniser makes of a smudge. */
    private static boolean isFilling(String words) {
        long letters = words.chars().filter(Character::isLetter).count();
        return letters <= 2 && words.chars().noneMatch(letter -> letter > 0x250 && Character.isLetter(letter)) || FILLING.matcher(words).matches();
    }

    private void add(@org.jspecify.annotations.Nullable FigureLabel label, double doubt, Amount amount, int row) {
        FigureLabel known = label == null ? new FigureLabel(Meaning.OTHER, 0, "") : label;
        figures.add(new Figure(known, Math.max(0, known.weight() - doubt), amount, row, false));
    }

    /** A label over a column of amounts: the last of them is the column's sum. */
    private void addColumn(Cell cell, FigureLabel label, int row) {
        if (label.is(Meaning.OTHER)) {
            return;
        }
        Amount last = null;
        int rows = 0;
        for (Cell below : sheet.column(cell, COLUMN)) {
            List<Amount> amounts = amounts(below);
            if (amounts.isEmpty() || !isFilling(text.substring(below.start(), amounts.get(0).start()))) {
                break;
            }
            last = amounts.get(amounts.size() - 1);
            rows++;
        }
        if (last == null) {
            addNextRow(label, row);
        } else {
            add(label, rows == 1 ? 0.1 : label.weight() > 0.9 ? 0.25 : 0.4, last, row);
        }
    }

    /** A label alone in its row, with its amount alone in the next. */
    private void addNextRow(FigureLabel label, int row) {
        if (sheet.rows().get(row).size() > 1 || row + 1 >= sheet.rows().size()) {
            return;
        }
        var next = sheet.rows().get(row + 1);
        var amounts = next.stream().flatMap(cell -> amounts(cell).stream()).toList();
        if (amounts.size() == 1 && next.stream().allMatch(this::isFigure)) {
            add(label, 0.15, amounts.get(0), row);
        }
    }

    private boolean isFigure(Cell cell) {
        var amounts = amounts(cell);
        return isFilling(amounts.isEmpty() ? cell.text() : text.substring(cell.start(), amounts.get(0).start()));
    }

    private void markLast(int row) {
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (figure.row() == row && (i + 1 == figures.size() || figures.get(i + 1).label() != figure.label())) {
                figures.set(i, new Figure(figure.label(), figure.weight(), figure.amount(), row, true));
            }
        }
    }

    /** The words of a figure's row. */
    String rowOf(Figure figure) {
        return sheet.rows().get(figure.row()).stream().map(Cell::text).collect(Collectors.joining(" "));
    }

    /** Values with a meaning; of many the last, because sums stand at the end. */
    List<BigDecimal> values(Predicate<Figure> wanted) {
        var values = figures.stream().filter(wanted).map(Figure::value).distinct().toList();
        return values.subList(Math.max(0, values.size() - MOST), values.size());
    }
}

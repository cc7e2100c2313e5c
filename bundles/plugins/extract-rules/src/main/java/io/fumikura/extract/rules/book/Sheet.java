package io.fumikura.extract.rules.book;

import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextLine;
import io.fumikura.document.text.TextSource;
import io.fumikura.extract.rules.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A document as rows of cells. Lines of the text that stand side by side on the page, e.g. an address and a block of dates, make one row.
 */
final class Sheet {

    /** Books are short; what follows is terms and lists of calls. */
    private static final int PAGES = 12;

    /** Lists of thousands of rows are no books; a page of such a list is cut here. */
    private static final int MOST_CELLS = 4_000;

    private static final int MOST_LINES = 600;

    /** A gap of so many letter heights parts cells; tills print their words far apart. */
    private static final double GAP = 1.15;

    private static final double GAP_OF_RECOGNISED = 1.9;

    private final Source source;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    private Sheet(Source source) {
        this.source = source;
        for (PageText page : source.document().pages()) {
            if (page.number() <= PAGES && cells.size() < MOST_CELLS) {
                int before = rows.size();
                addPage(page, source.document().startOf(page.number()));
                rows.subList(before, rows.size()).forEach(cells::addAll);
            }
        }
    }

    static Sheet of(Source source) {
        return source.view(Sheet.class, Sheet::new);
    }

    /** From top to bottom, page by page; each from left to right. */
    List<List<Cell>> rows() {
        return rows;
    }

    /** Row by row. */
    List<Cell> cells() {
        return cells;
    }

    /** Cells to the right of a cell in its row, the nearest first. */
    List<Cell> rightOf(Cell cell) {
        return rowOf(cell).stream().filter(other -> other.left() >= cell.right() - 1e-6).toList();
    }

    /** Cells below a cell that stand under it, the nearest first, at most so many rows down. */
    List<Cell> below(Cell cell, int most) {
        var found = new ArrayList<Cell>();
        int at = rows.indexOf(rowOf(cell));
        for (int i = at + 1; i < rows.size() && i <= at + most; i++) {
            List<Cell> row = rows.get(i);
            if (row.get(0).page() != cell.page()) {
                break;
            }
            row.stream()
                    .filter(other -> other.overlapsAcross(cell))
                    .max(Comparator.comparingDouble(other -> common(other, cell)))
                    .ifPresent(found::add);
        }
        return found;
    }

    /**
     * Cells in the column under a heading: where rows have as many cells as that of the heading, those with the same number from the left,
     * because figures may stand beside their heading; otherwise those that stand under it.
     */
    List<Cell> column(Cell heading, int most) {
        List<Cell> headings = rowOf(heading);
        int at = rows.indexOf(headings);
        int number = headings.indexOf(heading);
        var found = new ArrayList<Cell>();
        for (int i = at + 1; headings.size() > 2 && i < rows.size() && i <= at + most && rows.get(i).size() == headings.size(); i++) {
            found.add(rows.get(i).get(number));
        }
        return found.isEmpty() ? below(heading, most) : found;
    }

    /** Cells of the block under a heading; where there is no layout, those of its column. */
    List<Cell> under(Cell heading, int most) {
        return isLaidOut(source.document().pages().get(heading.page() - 1)) ? below(heading, most) : column(heading, most);
    }

    /** Rows of plain text are as wide as the page happens to be; its blanks and tabs tell more than its places. */
    private static boolean isLaidOut(PageText page) {
        return page.width() > 0 && page.source() != TextSource.PLAIN;
    }

    private static double common(Cell one, Cell other) {
        return Math.min(one.right(), other.right()) - Math.max(one.left(), other.left());
    }

    List<Cell> rowOf(Cell cell) {
        return rows.stream()
                .filter(row -> row.get(0).page() == cell.page() && row.get(0).row() == cell.row())
                .findFirst()
                .orElse(List.of(cell));
    }

    /** Number of rows on a page. */
    long height(int page) {
        return rows.stream().filter(row -> row.get(0).page() == page).count();
    }

    private void addPage(PageText page, int offset) {
        var lines = new ArrayList<List<Cell>>();
        for (int i = 0; i < Math.min(page.lines().size(), MOST_LINES); i++) {
            List<Cell> line = cells(page, page.lines().get(i), offset, i);
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        lines.sort(Comparator.comparingDouble(Sheet::middle));
        var open = new ArrayList<Cell>();
        int number = 0;
        for (List<Cell> line : lines) {
            if (!open.isEmpty() && !sideBySide(open, line)) {
                close(open, number++);
            }
            open.addAll(line);
        }
        if (!open.isEmpty()) {
            close(open, number);
        }
    }

    private void close(List<Cell> open, int number) {
        rows.add(open.stream()
                .map(cell -> cell.inRow(number))
                .sorted(Comparator.comparingDouble(Cell::left))
                .toList());
        open.clear();
    }

    private static double middle(List<Cell> line) {
        return (top(line) + bottom(line)) / 2;
    }

    private static double top(List<Cell> line) {
        return line.stream().mapToDouble(Cell::top).min().orElse(0);
    }

    private static double bottom(List<Cell> line) {
        return line.stream().mapToDouble(Cell::bottom).max().orElse(0);
    }

    /** Whether a line stands beside the row's cells, not below them. */
    private static boolean sideBySide(List<Cell> row, List<Cell> line) {
        boolean collides = row.stream().anyMatch(one -> line.stream().anyMatch(one::overlapsAcross));
        return !collides
                && row.stream().anyMatch(one -> line.stream().anyMatch(other -> {
                    double common = Math.min(one.bottom(), other.bottom()) - Math.max(one.top(), other.top());
                    return common > 0.5 * Math.min(one.height(), other.height());
                }));
    }

    private List<Cell> cells(PageText page, TextLine line, int offset, int lineNumber) {
        var found = new ArrayList<Cell>();
        String text = page.folded();
        double gap = (page.source() == TextSource.OCR ? GAP_OF_RECOGNISED : GAP) * line.box().height() * page.height();
        int start = -1;
        int last = -1;
        for (int i = line.start(); i < line.end(); i++) {
            char letter = text.charAt(i);
            if (Character.isWhitespace(letter) || letter == '|' && page.source() != TextSource.OCR) {
                continue;
            }
            if (start >= 0 && isGap(page, last, i, gap)) {
                found.add(cell(page, line, start, last + 1, offset, lineNumber));
                start = -1;
            }
            start = start < 0 ? i : start;
            last = i;
        }
        if (start >= 0) {
            found.add(cell(page, line, start, last + 1, offset, lineNumber));
        }
        return found;
    }

    private static boolean isGap(PageText page, int last, int next, double gap) {
        if (next == last + 1) {
            return false;
        }
        String between = page.folded().substring(last + 1, next);
        if (between.indexOf('\t') >= 0 || between.indexOf('|') >= 0 && between.length() > 1) {
            return true;
        }
        Box one = page.box(last);
        Box other = page.box(next);
        if (one.isNone() || other.isNone() || !isLaidOut(page)) {
            return between.length() > 1;
        }
        return (other.left() - one.right()) * page.width() > gap;
    }

    private Cell cell(PageText page, TextLine line, int start, int end, int offset, int lineNumber) {
        String text = source.text().substring(offset + start, offset + end);
        if (line.box().isNone() || !isLaidOut(page)) {
            double left = start - line.start();
            return new Cell(page.number(), 0, offset + start, offset + end, text, left, left + end - start, lineNumber, lineNumber + 1);
        }
        Box box = Box.NONE;
        for (int i = start; i < end; i++) {
            box = box.union(page.box(i));
        }
        return new Cell(
                page.number(), 0, offset + start, offset + end, text,
                box.left() * page.width(), box.right() * page.width(), box.top() * page.height(), box.bottom() * page.height());
    }
}

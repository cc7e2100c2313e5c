package io.fumikura.read.image;

import io.fumikura.read.image.worker.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins lines that stand side by side, unless the page is set in columns of running text. */
final class Rows {

    /** A column of running text has at least so many lines, each at least so many characters long. */
    private static final int COLUMN_LINES = 8;

    private static final int COLUMN_CHARACTERS = 18;

    private Rows() {}

    static List<List<Symbol>> join(List<List<Symbol>> lines, int width) {
        if (hasColumns(lines, width)) {
            return lines;
        }
        List<List<Symbol>> sorted =
                lines.stream().sorted(Comparator.comparingDouble(Rows::middle)).toList();
        var rows = new ArrayList<List<Symbol>>();
        for (List<Symbol> line : sorted) {
            List<Symbol> row = rows.stream()
                    .skip(Math.max(0, rows.size() - 3))
                    .filter(candidate -> sameRow(candidate, line))
                    .findFirst()
                    .orElse(null);
            if (row == null) {
                rows.add(new ArrayList<>(line));
            } else {
                row.addAll(line);
                row.sort(Comparator.comparingInt(Symbol::left));
            }
        }
        rows.sort(Comparator.comparingDouble(Rows::middle));
        return rows;
    }

    private static boolean hasColumns(List<List<Symbol>> lines, int width) {
        long left = lines.stream()
                .filter(line -> line.size() >= COLUMN_CHARACTERS && right(line) < width * 0.53)
                .count();
        long right = lines.stream()
                .filter(line -> line.size() >= COLUMN_CHARACTERS && line.get(0).left() > width * 0.47)
                .count();
        return left >= COLUMN_LINES && right >= COLUMN_LINES;
    }

    /** Side by side: they do not overlap across, and the middle of each lies within the other's height. */
    private static boolean sameRow(List<Symbol> a, List<Symbol> b) {
        boolean apart = right(a) <= left(b) || right(b) <= left(a);
        return apart && within(middle(a), b) && within(middle(b), a);
    }

    private static boolean within(double height, List<Symbol> line) {
        return height > top(line) && height < bottom(line);
    }

    private static double middle(List<Symbol> line) {
        return (top(line) + bottom(line)) / 2;
    }

    private static double top(List<Symbol> line) {
        return line.stream().mapToInt(Symbol::top).average().orElse(0);
    }

    private static double bottom(List<Symbol> line) {
        return line.stream().mapToInt(Symbol::bottom).average().orElse(0);
    }

    private static int left(List<Symbol> line) {
        return line.stream().mapToInt(Symbol::left).min().orElse(0);
    }

    private static int right(List<Symbol> line) {
        return line.stream().mapToInt(Symbol::right).max().orElse(0);
    }
}

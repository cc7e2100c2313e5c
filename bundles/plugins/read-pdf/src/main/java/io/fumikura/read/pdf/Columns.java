package io.fumikura.read.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts lines that run across two columns of running text. Tables and blocks side by side keep their rows: only where lines on
 * both sides of a gutter are long and fill their column, it is a column.
 */
final class Columns {

    private static final int MOST_LINES = 2000;
    private static final int LEAST_ROWS = 5;
    private static final double GUTTER = 0.8;
    private static final double LEAST_WIDTH = 12;
    /** Blank height in ems that ends columns: what follows is a footer or another part. */
    private static final double FAR = 3;

    private Columns() {}

    private record Gutter(double u0, double u1) {
        double middle() {
            return (u0 + u1) / 2;
        }
    }

    static List<Line> inReadingOrder(List<Line> lines) {
        if (lines.size() < LEAST_ROWS || lines.size() > MOST_LINES) {
            return lines;
        }
        var ordered = new ArrayList<Line>(lines.size());
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            List<Gutter> gutters = interior(lines.get(from));
            List<Gutter> last = gutters;
            while (!gutters.isEmpty()) {
                last = gutters;
                to++;
                boolean goesOn = to < lines.size() && lines.get(to).v0() - lines.get(to - 1).v1() < FAR * lines.get(to).size();
                gutters = goesOn ? common(gutters, lines.get(to)) : List.of();
            }
            Gutter gutter = to - from >= LEAST_ROWS ? column(lines.subList(from, to), last) : null;
            if (gutter == null) {
                ordered.add(lines.get(from++));
            } else {
                to = from + withoutTail(lines.subList(from, to), gutter);
                ordered.addAll(inReadingOrder(side(lines.subList(from, to), -Double.MAX_VALUE, gutter.middle())));
                ordered.addAll(inReadingOrder(side(lines.subList(from, to), gutter.middle(), Double.MAX_VALUE)));
                from = to;
            }
        }
        return ordered;
    }

    private static List<Gutter> interior(Line line) {
        var segments = line.segments(GUTTER);
        var gutters = new ArrayList<Gutter>();
        for (int i = 1; i < segments.size(); i++) {
            gutters.add(new Gutter(segments.get(i - 1).u1(), segments.get(i).u0()));
        }
        return gutters;
    }

    /** What stays free of all gutters when one more line comes. */
    private static List<Gutter> common(List<Gutter> gutters, Line line) {
        var segments = line.segments(GUTTER);
        var left = new ArrayList<Gutter>();
        for (Gutter gutter : gutters) {
            double start = -Double.MAX_VALUE;
            for (int i = 0; i <= segments.size(); i++) {
                double end = i < segments.size() ? segments.get(i).u0() : Double.MAX_VALUE;
                double u0 = Math.max(start, gutter.u0());
                double u1 = Math.min(end, gutter.u1());
                if (u1 - u0 >= GUTTER * line.size() * 0.9) {
                    left.add(new Gutter(u0, u1));
                }
                start = i < segments.size() ? segments.get(i).u1() : 0;
            }
        }
        return left;
    }

    private static @Nullable Gutter column(List<Line> lines, List<Gutter> gutters) {
        for (Gutter gutter : gutters) {
            if (isRunningText(side(lines, -Double.MAX_VALUE, gutter.middle()))
                    && isRunningText(side(lines, gutter.middle(), Double.MAX_VALUE))) {
                return gutter;
            }
        }
        return null;
    }

    /** What stands apart below the last line of the second column is no part of the columns any more. */
    private static int withoutTail(List<Line> lines, Gutter gutter) {
        int end = lines.size();
        while (end > 1 && lines.get(end - 1).u1() <= gutter.middle()) {
            end--;
        }
        while (end < lines.size() && lines.get(end).v0() - lines.get(end - 1).v1() < lines.get(end).size() * 0.8) {
            end++;
        }
        return end;
    }

    private static List<Line> side(List<Line> lines, double from, double to) {
        return lines.stream()
                .map(line -> line.part(from, to))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static boolean isRunningText(List<Line> side) {
        double u0 = side.stream().mapToDouble(Line::u0).min().orElse(0);
        double u1 = side.stream().mapToDouble(Line::u1).max().orElse(0);
        double size = side.stream().mapToDouble(Line::size).average().orElse(1);
        long full = side.stream()
                .filter(line -> line.u1() - line.u0() >= 0.75 * (u1 - u0))
                .filter(line -> line.segments(1.5).size() == 1)
                .count();
        return side.size() >= LEAST_ROWS && u1 - u0 >= LEAST_WIDTH * size && full >= 0.4 * side.size();
    }
}

package io.fumikura.read.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts glyphs of one direction into lines. */
final class Lines {

    /** Part of the lower height by which two pieces must overlap to stand on one line. */
    private static final double OVERLAP = 0.5;

    private Lines() {}

    /** Glyphs that follow each other in the content and on the page. */
    private static final class Piece {
        private final List<Glyph> glyphs = new ArrayList<>();
        private double u0;
        private double u1;
        private final double v0;
        private final double v1;

        Piece(Glyph first) {
            u0 = first.u0();
            u1 = first.u0();
            v0 = first.v0();
            v1 = first.v1();
            add(first);
        }

        void add(Glyph glyph) {
            glyphs.add(glyph);
            u0 = Math.min(u0, glyph.u0());
            u1 = Math.max(u1, glyph.u1());
        }

        boolean isContinuedBy(Glyph glyph) {
            double size = glyphs.get(0).size();
            double gap = glyph.u0() - u1;
            return gap > -0.5 * size
                    && gap < size
                    && Math.abs(glyph.size() - size) < 0.2 * size
                    && overlap(v0, v1, glyph.v0(), glyph.v1()) > 0.7;
        }
    }

    private static final class Row {
        private final List<Piece> pieces = new ArrayList<>();
        private final double v0;
        private final double v1;

        Row(Piece first) {
            v0 = first.v0;
            v1 = first.v1;
            pieces.add(first);
        }

        boolean hasRoomFor(Piece piece) {
            for (Piece other : pieces) {
                double shared = Math.min(piece.u1, other.u1) - Math.max(piece.u0, other.u0);
                if (shared > 0.5 * Math.min(piece.u1 - piece.u0, other.u1 - other.u0) + 0.01) {
                    return false;
                }
            }
            return true;
        }

        Line line() {
            return new Line(pieces.stream().flatMap(piece -> piece.glyphs.stream()).toList(), v0, v1);
        }
    }

    static List<Line> of(List<Glyph> glyphs) {
        var rows = new ArrayList<Row>();
        int open = 0;
        for (Piece piece : pieces(glyphs)) {
            while (open < rows.size() && rows.get(open).v1 < piece.v0) {
                open++;
            }
            Row best = null;
            double most = OVERLAP;
            for (Row row : rows.subList(open, rows.size())) {
                double overlap = overlap(row.v0, row.v1, piece.v0, piece.v1);
                if (overlap >= most && row.hasRoomFor(piece)) {
                    best = row;
                    most = overlap;
                }
            }
            if (best == null) {
                rows.add(new Row(piece));
            } else {
                best.pieces.add(piece);
            }
        }
        return rows.stream()
                .map(Row::line)
                .sorted(Comparator.comparingDouble(line -> line.v0() + line.v1()))
                .toList();
    }

    private static List<Piece> pieces(List<Glyph> glyphs) {
        var pieces = new ArrayList<Piece>();
        Piece last = null;
        for (Glyph glyph : glyphs) {
            if (glyph.isBlank()) {
                continue;
            }
            if (last != null && last.isContinuedBy(glyph)) {
                last.add(glyph);
            } else {
                last = new Piece(glyph);
                pieces.add(last);
            }
        }
        pieces.sort(Comparator.comparingDouble(piece -> piece.v0));
        return pieces;
    }

    private static double overlap(double a0, double a1, double b0, double b1) {
        double lower = Math.min(a1 - a0, b1 - b0);
        return lower <= 0 ? 0 : (Math.min(a1, b1) - Math.max(a0, b0)) / lower;
    }
}

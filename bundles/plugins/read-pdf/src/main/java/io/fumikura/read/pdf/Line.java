package io.fumikura.read.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Glyphs that stand on one line, in order along it, without blanks. */
final class Line {

    private final List<Glyph> glyphs;
    private final double v0;
    private final double v1;

    /** @param v0 and v1: where most of the line stands across its direction */
    Line(List<Glyph> glyphs, double v0, double v1) {
        this.glyphs = glyphs.stream().sorted(Comparator.comparingDouble(Glyph::u0)).toList();
        this.v0 = v0;
        this.v1 = v1;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    double v0() {
        return v0;
    }

    double v1() {
        return v1;
    }

    double u0() {
        return glyphs.get(0).u0();
    }

    double u1() {
        return glyphs.stream().mapToDouble(Glyph::u1).max().orElse(0);
    }

    double size() {
        return glyphs.get(0).size();
    }

    /** A part of the line without wide gaps. */
    record Segment(double u0, double u1) {}

    /** @param gap in ems that parts two segments */
    List<Segment> segments(double gap) {
        var found = new ArrayList<Segment>();
        double start = u0();
        double end = start;
        for (Glyph glyph : glyphs) {
            if (glyph.u0() - end > gap * glyph.size()) {
                found.add(new Segment(start, end));
                start = glyph.u0();
            }
            end = Math.max(end, glyph.u1());
        }
        found.add(new Segment(start, end));
        return found;
    }

    /** The glyphs on one side of a gutter. */
    Line part(double from, double to) {
        return new Line(
                glyphs.stream()
                        .filter(glyph -> (glyph.u0() + glyph.u1()) / 2 >= from && (glyph.u0() + glyph.u1()) / 2 < to)
                        .toList(),
                v0,
                v1);
    }

    boolean isEmpty() {
        return glyphs.isEmpty();
    }
}

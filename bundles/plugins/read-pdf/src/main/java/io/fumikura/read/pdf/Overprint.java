package io.fumikura.read.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes out glyphs that are printed again on the spot, as some programs do for bold type and shadows. */
final class Overprint {

    /** Shift, in ems, up to which the same letter is the same print. */
    private static final double SHIFT = 0.2;

    private static final double CELL = 8;

    private Overprint() {}

    private record Cell(String text, long x, long y) {}

    static List<Glyph> removed(List<Glyph> glyphs) {
        Map<Cell, List<Glyph>> places = new HashMap<>();
        var kept = new ArrayList<Glyph>(glyphs.size());
        for (Glyph glyph : glyphs) {
            if (!isKnown(places, glyph)) {
                places.computeIfAbsent(cell(glyph, 0, 0), cell -> new ArrayList<>(1)).add(glyph);
                kept.add(glyph);
            }
        }
        return kept;
    }

    private static Cell cell(Glyph glyph, int dx, int dy) {
        return new Cell(glyph.text(), (long) Math.floor(glyph.left() / CELL) + dx, (long) Math.floor(glyph.top() / CELL) + dy);
    }

    private static boolean isKnown(Map<Cell, List<Glyph>> places, Glyph glyph) {
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (Glyph other : places.getOrDefault(cell(glyph, dx, dy), List.of())) {
                    if (isSamePrint(glyph, other)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isSamePrint(Glyph one, Glyph other) {
        double shift = Math.min(SHIFT * one.size(), Math.min(CELL, (one.u1() - one.u0()) * 0.5));
        return Math.abs(one.left() - other.left()) <= shift
                && Math.abs(one.top() - other.top()) <= shift
                && Math.abs(one.size() - other.size()) < 0.2 * one.size();
    }
}

package io.fumikura.read.pdf;

import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** From a page's glyphs to its text. */
final class PageWriter {

    /** Gap in ems from which on words stand in different cells. */
    private static final double CELL_GAP = 1.5;
    /** Gap in ems that is a space between Latin words though none was printed. */
    private static final double WORD_GAP = 0.17;
    /** The same between ideographs, which are often spread to fill a line. */
    private static final double WIDE_WORD_GAP = 0.9;

    private final PageText.Builder text;
    private final PageFrame frame;
    private final Set<Glyph> beforeBlank = Collections.newSetFromMap(new IdentityHashMap<>());

    private PageWriter(int number, PageFrame frame) {
        this.frame = frame;
        text = PageText.builder(number, frame.width(), frame.height(), TextSource.TEXT_LAYER);
    }

    static PageText write(int number, PageFrame frame, List<Glyph> glyphs) {
        var writer = new PageWriter(number, frame);
        writer.write(VerticalText.found(Overprint.removed(glyphs)));
        return writer.text.build();
    }

    private void write(List<Glyph> glyphs) {
        noteBlanks(glyphs);
        Map<Direction, List<Glyph>> groups = glyphs.stream().collect(Collectors.groupingBy(Glyph::direction));
        groups.values().stream()
                .sorted((a, b) -> b.size() - a.size())
                .forEach(group -> Columns.inReadingOrder(Lines.of(group)).forEach(this::writeLine));
    }

    private void noteBlanks(List<Glyph> glyphs) {
        Glyph last = null;
        for (Glyph glyph : glyphs) {
            if (!glyph.isBlank()) {
                last = glyph;
            } else if (last != null && glyph.u1() > glyph.u0()) {
                beforeBlank.add(last);
            }
        }
    }

    private void writeLine(Line line) {
        Glyph last = null;
        double end = 0;
        for (Glyph glyph : RightToLeft.ordered(line.glyphs())) {
            if (last != null) {
                writeGap(last, end, glyph);
            }
            text.append(glyph.text(), visible(glyph));
            end = last == null ? glyph.u1() : Math.max(end, glyph.u1());
            last = glyph;
        }
        text.newLine();
    }

    private void writeGap(Glyph last, double end, Glyph glyph) {
        double size = Math.max(last.size(), glyph.size());
        double gap = (glyph.u0() >= last.u0() ? glyph.u0() - end : last.u0() - glyph.u1()) / size;
        double wordGap = last.isWide() || glyph.isWide() ? WIDE_WORD_GAP : WORD_GAP;
        if (gap >= CELL_GAP) {
            text.tab();
        } else if (gap >= wordGap || (gap > 0.05 && beforeBlank.contains(last))) {
            text.space();
        }
    }

    private Box visible(Glyph glyph) {
        return glyph.box(frame.width(), frame.height());
    }
}

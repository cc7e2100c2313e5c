package io.fumikura.typeset;

import io.fumikura.document.spi.DocumentException;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks lines into rows and rows into pages, as text streams through. A line stays on one page where a page can hold it, because
 * rules read lines. Not thread-safe.
 */
public final class TextLayout {

    public static final int COLUMNS = 98;
    public static final int ROWS = 54;

    private static final String NOT_FIRST = "、。，．・：；？！）」』】〕〉》ー々ゝ…,.:;?!)]}%";

    private final Sink sink;
    private final List<TextPage.Row> page = new ArrayList<>();
    private int number;

    /** Takes finished pages. */
    @FunctionalInterface
    public interface Sink {
        void page(TextPage page) throws DocumentException;
    }

    public TextLayout(Sink sink) {
        this.sink = sink;
    }

    /** Adds a line of the source, without its line break. */
    public void line(String line) throws DocumentException {
        var rows = new ArrayList<TextPage.Row>();
        int start = 0;
        do {
            int end = rowEnd(line, start);
            rows.add(new TextPage.Row(line.substring(start, end), end == line.length()));
            start = end;
        } while (start < line.length());
        if (page.size() + rows.size() > ROWS && rows.size() <= ROWS) {
            pageBreak();
        }
        for (var row : rows) {
            if (page.size() == ROWS) {
                pageBreak();
            }
            page.add(row);
        }
    }

    /** Ends the page, unless nothing stands on it yet. */
    public void pageBreak() throws DocumentException {
        if (!page.isEmpty()) {
            emit();
        }
    }

    /** Ends the text; an empty one has one empty page. */
    public void end() throws DocumentException {
        if (!page.isEmpty() || number == 0) {
            emit();
        }
    }

    private void emit() throws DocumentException {
        sink.page(new TextPage(++number, page));
        page.clear();
    }

    private static int rowEnd(String line, int start) {
        int column = 0;
        int end = start;
        while (end < line.length()) {
            int codePoint = line.codePointAt(end);
            column = Cells.after(column, codePoint);
            if (column > COLUMNS && end > start) {
                return breakBefore(line, start, end);
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /** The best place to break at {@code end} or shortly before it: after a space, or not before a mark that must not come first. */
    private static int breakBefore(String line, int start, int end) {
        int earliest = start + (end - start) / 2;
        int place = end;
        while (place > earliest && !mayBreak(line, place)) {
            place--;
        }
        if (place > earliest) {
            return place;
        }
        return Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end;
    }

    private static boolean mayBreak(String line, int place) {
        char before = line.charAt(place - 1);
        char after = line.charAt(place);
        boolean insideWord = before < 0x370 && after < 0x370 && before > ' ' && after > ' ' && before != '-';
        return !insideWord && !Character.isLowSurrogate(after) && after > ' ' && NOT_FIRST.indexOf(after) < 0;
    }
}

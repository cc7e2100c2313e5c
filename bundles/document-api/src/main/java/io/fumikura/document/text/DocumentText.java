package io.fumikura.document.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a whole document. {@link #folded()} joins its pages with {@code '\f'}, so that rules can run over page breaks;
 * {@link #ranges} takes an offset in it back to pages.
 */
public final class DocumentText {

    private final List<PageText> pages;
    private final int[] starts;
    private final String text;
    private final String folded;

    /** @param pages in order, numbered from 1 without gaps */
    public DocumentText(List<PageText> pages) {
        this.pages = List.copyOf(pages);
        starts = new int[pages.size()];
        var joined = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).number() != i + 1) {
                throw new IllegalArgumentException("page " + pages.get(i).number() + " stands at place " + (i + 1));
            }
            if (i > 0) {
                joined.append('\f');
            }
            starts[i] = joined.length();
            joined.append(pages.get(i).text());
        }
        text = joined.toString();
        folded = Folding.fold(text);
    }

    public List<PageText> pages() {
        return pages;
    }

    /** All pages' original text, joined with {@code '\f'}. */
    public String text() {
        return text;
    }

    /** All pages' folded text, joined with {@code '\f'}; offsets as in {@link #text()}. */
    public String folded() {
        return folded;
    }

    /** Offset in {@link #text()} of a page's first character. */
    public int startOf(int page) {
        return starts[page - 1];
    }

    /** The page (from 1) on which an offset of {@link #text()} stands. */
    public int pageAt(int offset) {
        int page = 1;
        while (page < starts.length && starts[page] <= offset) {
            page++;
        }
        return page;
    }

    /** The characters from {@code start} to before {@code end} of {@link #text()}, cut at page breaks. */
    public List<TextRange> ranges(int start, int end) {
        var found = new ArrayList<TextRange>();
        for (int i = 0; i < starts.length; i++) {
            int from = Math.max(start, starts[i]);
            int to = Math.min(end, starts[i] + pages.get(i).text().length());
            if (from < to) {
                found.add(new TextRange(i + 1, from - starts[i], to - starts[i]));
            }
        }
        return List.copyOf(found);
    }

    /** The lowest confidence of the characters from {@code start} to before {@code end} of {@link #text()}. */
    public double confidence(int start, int end) {
        return ranges(start, end).stream()
                .mapToDouble(range -> pages.get(range.page() - 1).confidence(range.start(), range.end()))
                .min()
                .orElse(1);
    }
}

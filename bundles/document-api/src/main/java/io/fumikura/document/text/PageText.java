package io.fumikura.document.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The characters of one page in reading order, each with its box and confidence. Lines end with {@code '\n'}, words of a line
 * are parted by a space (where the script does so), and {@code '\t'} stands where the gap to the next word of the line is wide:
 * a table cell, a column, a label and its value. These white-space characters have no box.
 */
public final class PageText {

    private final int number;
    private final double width;
    private final double height;
    private final TextSource source;
    private final String text;
    private final String folded;
    private final float[] boxes;
    private final byte[] confidences;
    private final List<TextLine> lines;

    private PageText(Builder builder) {
        number = builder.number;
        width = builder.width;
        height = builder.height;
        source = builder.source;
        text = builder.text.toString();
        folded = Folding.fold(text);
        boxes = builder.hasBoxes ? Arrays.copyOf(builder.boxes, text.length() * 4) : new float[0];
        confidences = builder.hasConfidences ? Arrays.copyOf(builder.confidences, text.length()) : new byte[0];
        lines = splitLines();
    }

    /**
     * @param number page number from 1
     * @param width in points (1/72 inch) as displayed; 0 where there is no layout
     * @param height in points; 0 where there is no layout
     */
    public static Builder builder(int number, double width, double height, TextSource source) {
        return new Builder(number, width, height, source);
    }

    private List<TextLine> splitLines() {
        var found = new ArrayList<TextLine>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            found.add(new TextLine(start, end, union(start, end)));
            start = end + 1;
        }
        return List.copyOf(found);
    }

    /** From 1. */
    public int number() {
        return number;
    }

    /** Width in points as displayed; 0 where there is no layout. */
    public double width() {
        return width;
    }

    /** Height in points as displayed; 0 where there is no layout. */
    public double height() {
        return height;
    }

    public TextSource source() {
        return source;
    }

    /** As it stands in the document. */
    public String text() {
        return text;
    }

    /** Folded by {@link Folding}; same length, same offsets. */
    public String folded() {
        return folded;
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    public List<TextLine> lines() {
        return lines;
    }

    /** Box of the character; {@link Box#NONE} for white space and where there is no layout. */
    public Box box(int index) {
        return boxes.length == 0
                ? Box.NONE
                : new Box(boxes[index * 4], boxes[index * 4 + 1], boxes[index * 4 + 2], boxes[index * 4 + 3]);
    }

    /** How sure the character is, 0…1; 1 where it was not recognised but read. */
    public double confidence(int index) {
        return confidences.length == 0 ? 1 : (confidences[index] & 0xff) / 255.0;
    }

    /** The lowest confidence of the characters from {@code start} to before {@code end}, white space left out; 1 if none. */
    public double confidence(int start, int end) {
        double lowest = 1;
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                lowest = Math.min(lowest, confidence(i));
            }
        }
        return lowest;
    }

    /** Lines as they are seen: a line of plain text that is set in several rows gives each of them. */
    public List<TextLine> rows() {
        var found = new ArrayList<TextLine>();
        lines.forEach(line -> addRows(line.start(), line.end(), found));
        return List.copyOf(found);
    }

    /** One box per row that the range touches, for highlights; empty where there is no layout. */
    public List<Box> boxes(int start, int end) {
        var found = new ArrayList<TextLine>();
        for (TextLine line : lines) {
            int from = Math.max(start, line.start());
            int to = Math.min(end, line.end());
            if (from < to) {
                addRows(from, to, found);
            }
        }
        return found.stream().map(TextLine::box).filter(box -> !box.isNone()).toList();
    }

    private void addRows(int start, int end, List<TextLine> found) {
        int from = start;
        Box row = Box.NONE;
        Box before = Box.NONE;
        for (int i = start; i < end; i++) {
            Box box = box(i);
            if (box.isNone()) {
                continue;
            }
            if (!before.isNone() && box.right() <= before.left() && box.top() >= row.bottom()) {
                found.add(new TextLine(from, i, row));
                from = i;
                row = Box.NONE;
            }
            row = row.union(box);
            before = box;
        }
        found.add(new TextLine(from, end, row));
    }

    private Box union(int start, int end) {
        Box all = Box.NONE;
        for (int i = start; boxes.length > 0 && i < end; i++) {
            all = all.union(box(i));
        }
        return all;
    }

    /** Collects a page's characters. Not thread-safe. */
    public static final class Builder {

        private final int number;
        private final double width;
        private final double height;
        private final TextSource source;
        private final StringBuilder text = new StringBuilder();
        private float[] boxes = new float[256];
        private byte[] confidences = new byte[64];
        private boolean hasBoxes;
        private boolean hasConfidences;

        private Builder(int number, double width, double height, TextSource source) {
            if (number < 1 || width < 0 || height < 0) {
                throw new IllegalArgumentException("no such page: " + number + ", " + width + " × " + height);
            }
            this.number = number;
            this.width = width;
            this.height = height;
            this.source = source;
        }

        /** Appends one or more characters that share a box, e.g. a glyph; text without layout passes {@link Box#NONE}. */
        public Builder append(String characters, Box box) {
            return append(characters, box, 1);
        }

        /** @param confidence 0…1 */
        public Builder append(String characters, Box box, double confidence) {
            int start = text.length();
            text.append(characters);
            grow(text.length());
            hasBoxes |= !box.isNone();
            hasConfidences |= confidence < 1;
            for (int i = start; i < text.length(); i++) {
                boxes[i * 4] = box.left();
                boxes[i * 4 + 1] = box.top();
                boxes[i * 4 + 2] = box.right();
                boxes[i * 4 + 3] = box.bottom();
                confidences[i] = (byte) Math.round(Math.max(0, Math.min(1, confidence)) * 255);
            }
            return this;
        }

        /** Appends the gap between two words. */
        public Builder space() {
            return append(" ", Box.NONE);
        }

        /** Appends a wide gap: next cell or column. */
        public Builder tab() {
            return append("\t", Box.NONE);
        }

        public Builder newLine() {
            return append("\n", Box.NONE);
        }

        public int length() {
            return text.length();
        }

        public PageText build() {
            return new PageText(this);
        }

        private void grow(int length) {
            if (length > confidences.length) {
                int size = Math.max(length, confidences.length * 2);
                confidences = Arrays.copyOf(confidences, size);
                boxes = Arrays.copyOf(boxes, size * 4);
            }
        }
    }
}

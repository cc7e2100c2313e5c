package io.fumikura.read.image;

import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import io.fumikura.read.image.worker.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a page of text from recognised symbols. Tesseract cuts a page into blocks, and so tears a label from its value at the other
 * side; lines that stand at one height are joined again, with a tab where the gap is wide.
 */
final class PageAssembly {

    private PageAssembly() {}

    static PageText assemble(OcrWorker.Answer answer) {
        double scale = 72.0 / answer.resolution();
        PageText.Builder page = PageText.builder(
                1, answer.width() * scale, answer.height() * scale, TextSource.OCR);
        List<List<Symbol>> lines = lines(answer.symbols());
        if (!answer.vertical()) {
            lines = Rows.join(lines, answer.width());
        }
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                page.newLine();
            }
            append(page, lines.get(i), answer);
        }
        return page.build();
    }

    private static List<List<Symbol>> lines(List<Symbol> symbols) {
        var lines = new ArrayList<List<Symbol>>();
        for (Symbol symbol : symbols) {
            if (symbol.startsLine() || lines.isEmpty()) {
                lines.add(new ArrayList<>());
            }
            lines.get(lines.size() - 1).add(symbol);
        }
        return lines;
    }

    private static void append(PageText.Builder page, List<Symbol> line, OcrWorker.Answer answer) {
        double size = size(line, answer.vertical());
        boolean japanese = line.stream().anyMatch(PageAssembly::isWide);
        Symbol before = null;
        for (Symbol symbol : line) {
            if (before != null) {
                double gap = answer.vertical() ? symbol.top() - before.bottom() : symbol.left() - before.right();
                if (gap > 2.2 * size) {
                    page.tab();
                } else if (symbol.startsWord() && (isSpaced(before, symbol, japanese) || gap > 0.9 * size)) {
                    page.space();
                }
            }
            page.append(symbol.text(), box(symbol, answer), symbol.confidence() / 100);
            before = symbol;
        }
    }

    /** Height of a character of the line (its width where lines are vertical): the median. */
    private static double size(List<Symbol> line, boolean vertical) {
        List<Integer> sizes = line.stream()
                .map(vertical ? Symbol::width : Symbol::height)
                .sorted(Comparator.naturalOrder())
                .toList();
        return Math.max(1, sizes.get(sizes.size() / 2));
    }

    private static Box box(Symbol symbol, OcrWorker.Answer answer) {
        return new Box(
                (float) symbol.left() / answer.width(),
                (float) symbol.top() / answer.height(),
                (float) symbol.right() / answer.width(),
                (float) symbol.bottom() / answer.height());
    }

    /**
     * Whether a word's beginning between the two means a space. Not beside Japanese characters, and not between digits that stand
     * on a Japanese line: full-width digits look like words of one digit.
     */
    private static boolean isSpaced(Symbol before, Symbol symbol, boolean japanese) {
        return !isWide(before) && !isWide(symbol) && !(japanese && isDigit(before) && isDigit(symbol));
    }

    private static boolean isDigit(Symbol symbol) {
        return "0123456789,.".contains(symbol.text());
    }

    /** Ideographs, kana and their punctuation: no spaces stand between them. */
    private static boolean isWide(Symbol symbol) {
        int letter = symbol.text().codePointAt(0);
        return letter >= 0x2E80 && letter < 0xD7A4 || letter >= 0xF900 && letter < 0xFB00 || letter >= 0xFF01 && letter < 0xFFE7;
    }
}

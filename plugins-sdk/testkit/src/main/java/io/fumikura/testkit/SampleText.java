package io.fumikura.testkit;

import io.fumikura.document.text.Box;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.util.ArrayList;
import java.util.List;

/** Makes documents' text for tests: as of a plain file, as laid out on A4, as recognised from a scan. */
public final class SampleText {

    private static final double WIDTH = 595;
    private static final double HEIGHT = 842;

    private SampleText() {}

    /** Pages without a layout. */
    public static DocumentText plain(String... pages) {
        return document(TextSource.PLAIN, 1, pages);
    }

    /** Pages with a box for each character, as of a PDF's text layer: one line of the text is one line of the page. */
    public static DocumentText laidOut(String... pages) {
        return document(TextSource.TEXT_LAYER, 1, pages);
    }

    /** Pages with boxes, recognised from an image, each character with the confidence. */
    public static DocumentText recognised(double confidence, String... pages) {
        return document(TextSource.OCR, confidence, pages);
    }

    /** The same text as if it had been recognised from an image. */
    public static DocumentText recognised(double confidence, DocumentText document) {
        return recognised(confidence, document.pages().stream().map(PageText::text).toArray(String[]::new));
    }

    /** Texts that are hard to bear: each must be read without an exception. */
    static List<DocumentText> odd() {
        return List.of(
                new DocumentText(List.of()),
                plain(""),
                plain(" \t\n\n　\n"),
                plain("", "", ""),
                plain("\ud842", "\udfb7𠮷\u0000\ufffe\uffff"),
                plain("年月日円第条甲乙契約金株式会社ー：（）"),
                plain("令和999年99月99日 金999,999,999,999,999,999,999,999円 ￥-1 2026/02/30 ○○年○月○日 ＿＿＿ [●]"),
                laidOut("(".repeat(2_000), "1".repeat(5_000)),
                laidOut("甲乙".repeat(5_000)),
                laidOut("契約金額 金 1 円\n".repeat(2_000)));
    }

    private static DocumentText document(TextSource source, double confidence, String... pages) {
        var built = new ArrayList<PageText>();
        for (String page : pages) {
            built.add(page(built.size() + 1, source, confidence, page));
        }
        return new DocumentText(built);
    }

    private static PageText page(int number, TextSource source, double confidence, String text) {
        boolean flat = source == TextSource.PLAIN;
        var page = PageText.builder(number, flat ? 0 : WIDTH, flat ? 0 : HEIGHT, source);
        String[] lines = text.split("\n", -1);
        for (int y = 0; y < lines.length; y++) {
            if (y > 0) {
                page.newLine();
            }
            for (int x = 0; x < lines[y].length(); x++) {
                String character = lines[y].substring(x, x + 1);
                if (character.isBlank()) {
                    page.append(character, Box.NONE);
                } else {
                    page.append(character, flat ? Box.NONE : place(x, y, lines[y].length(), lines.length), confidence);
                }
            }
        }
        return page.build();
    }

    private static Box place(int x, int y, int columns, int rows) {
        float width = 0.8f / Math.max(columns, 40);
        float height = 0.8f / Math.max(rows, 50);
        return new Box(0.1f + x * width, 0.1f + y * height, 0.1f + (x + 1) * width, 0.1f + (y + 0.8f) * height);
    }
}

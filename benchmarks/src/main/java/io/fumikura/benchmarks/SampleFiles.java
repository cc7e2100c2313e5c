package io.fumikura.benchmarks;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Makes files; no two of them have the same bytes, because each shows its mark and number. */
final class SampleFiles {

    static final int SCAN_DPI = 200;
    private static final Path DEMO =
            Path.of(System.getProperty("fumikura.root"), "karaf-assembly/src/main/resources/demo/contracts");
    private static final int ENGLISH_PAGES = 3;
    private static final PDType1Font HELVETICA = new PDType1Font(FontName.HELVETICA);

    private final String mark;
    private final List<byte[]> japanese;

    /** @param mark a word of Latin capitals that stands in each file */
    SampleFiles(String mark) throws IOException {
        this.mark = mark;
        try (Stream<Path> files = Files.list(DEMO)) {
            List<Path> pdfs = files.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
            var texts = new ArrayList<byte[]>();
            for (Path pdf : pdfs) {
                byte[] bytes = Files.readAllBytes(pdf);
                if (isJapaneseText(bytes)) {
                    texts.add(bytes);
                }
            }
            japanese = List.copyOf(texts);
        }
    }

    private static boolean isJapaneseText(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).contains("契約");
        }
    }

    String mark() {
        return mark;
    }

    byte[] text(int number) {
        return (SampleTexts.contract(number) + "\n" + label(number) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Born digital: a Japanese contract with embedded fonts, or every second time an English one of three pages. */
    byte[] pdf(int number) throws IOException {
        return number % 2 == 0 ? englishPdf(number) : japanesePdf(number);
    }

    byte[] japanesePdf(int number) throws IOException {
        try (PDDocument document = Loader.loadPDF(japanese.get(Math.floorMod(number / 2, japanese.size())))) {
            PDPage page = document.getPage(0);
            try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                write(content, label(number), 40, 18);
            }
            return bytes(document);
        }
    }

    byte[] englishPdf(int number) throws IOException {
        try (var document = new PDDocument()) {
            for (int page = 1; page <= ENGLISH_PAGES; page++) {
                var sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (var content = new PDPageContentStream(document, sheet)) {
                    float y = 790;
                    for (String line : SampleTexts.englishPage(number, page)) {
                        write(content, line, 50, y);
                        y -= 14;
                    }
                    write(content, label(number) + " page " + page, 50, 30);
                }
            }
            return bytes(document);
        }
    }

    private static void write(PDPageContentStream content, String line, float x, float y) throws IOException {
        content.beginText();
        content.setFont(HELVETICA, 10);
        content.newLineAtOffset(x, y);
        content.showText(line);
        content.endText();
    }

    /** The first page of a PDF as a scanner at 200 dpi sees it, in grey. */
    static BufferedImage scan(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, SCAN_DPI, ImageType.GRAY);
        }
    }

    /** A PDF that holds nothing but a picture of a page. */
    static byte[] scanned(BufferedImage image) throws IOException {
        try (var document = new PDDocument()) {
            float scale = 72f / SCAN_DPI;
            var page = new PDPage(new PDRectangle(image.getWidth() * scale, image.getHeight() * scale));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        JPEGFactory.createFromImage(document, image, 0.75f),
                        0,
                        0,
                        page.getMediaBox().getWidth(),
                        page.getMediaBox().getHeight());
            }
            return bytes(document);
        }
    }

    /** A small picture of a few words. */
    byte[] image(int number) throws IOException {
        var image = new BufferedImage(900, 260, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
        graphics.drawString("SALES AGREEMENT", 40, 80);
        graphics.drawString(label(number), 40, 150);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private String label(int number) {
        return String.format(Locale.ROOT, "%s No. %06d", mark, number);
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}

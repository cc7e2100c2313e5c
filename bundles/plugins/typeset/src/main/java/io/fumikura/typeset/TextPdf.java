package io.fumikura.typeset;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Writes pages of set text as PDF, with the characters of a font of this machine embedded. */
public final class TextPdf implements AutoCloseable {

    private static final float UNKNOWN = -1;
    private static final int SUBSTITUTE = '〓';
    /** TrueType fonts whose Latin letters are half as wide as ideographs come first; others can't be embedded. */
    private static final List<String> FONTS = List.of(
            "ipag.ttf", "ipam.ttf", "TakaoGothic.ttf", "VL-Gothic-Regular.ttf", "ipaexg.ttf", "ipaexm.ttf", "fonts-japanese-gothic.ttf");

    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final PDType0Font font;
    private final Map<Integer, Float> widths = new HashMap<>();

    public TextPdf() throws DocumentException {
        try {
            font = PDType0Font.load(document, fontFile().toFile());
        } catch (IOException e) {
            close();
            throw new DocumentException(Reason.UNAVAILABLE, "The font for text pages cannot be read: " + e.getMessage(), e);
        } catch (DocumentException e) {
            close();
            throw e;
        }
    }

    private static Path fontFile() throws DocumentException {
        for (String name : FONTS) {
            Optional<Path> found = find(name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new DocumentException(
                Reason.UNAVAILABLE, "No TrueType font with Japanese characters is installed. Run: apt-get install fonts-ipafont");
    }

    private static Optional<Path> find(String name) {
        for (Path folder : List.of(Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts"))) {
            try (var files = Files.walk(folder, 5)) {
                Optional<Path> found = files.filter(file -> file.getFileName().toString().equals(name)).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                // no fonts there
            }
        }
        return Optional.empty();
    }

    public void add(TextPage text) throws DocumentException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var out = new PDPageContentStream(document, page)) {
            for (int row = 0; row < text.rows().size(); row++) {
                draw(out, text.rows().get(row).text(), Grid.HEIGHT - Grid.baseline(row));
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Each stretch of characters that fill their cells is written at once; others stand alone, so that no place shifts. */
    private void draw(PDPageContentStream out, String row, float y) throws IOException {
        int column = 0;
        int start = 0;
        var stretch = new StringBuilder();
        for (int i = 0; i < row.length(); ) {
            int codePoint = row.codePointAt(i);
            int next = Cells.after(column, codePoint);
            int drawn = codePoint == '\t' || width(codePoint) != UNKNOWN ? codePoint : SUBSTITUTE;
            if (codePoint != '\t' && Math.abs(width(drawn) - (next - column)) < 0.01) {
                stretch.appendCodePoint(drawn);
            } else {
                show(out, stretch.toString(), Grid.left(start), y, 100);
                stretch.setLength(0);
                start = next;
                if (codePoint != '\t') {
                    showAlone(out, drawn, column, next, y);
                }
            }
            column = next;
            i += Character.charCount(codePoint);
        }
        show(out, stretch.toString(), Grid.left(start), y, 100);
    }

    /** In the middle of its cells, made narrower where it is too wide; a mark without cells of its own over the letter before. */
    private void showAlone(PDPageContentStream out, int codePoint, int column, int end, float y) throws IOException {
        float width = width(codePoint);
        int cells = end - column;
        boolean tooWide = cells > 0 && width > cells;
        float shift = cells == 0 ? -width : tooWide ? 0 : (cells - width) / 2;
        float x = Grid.left(column) + shift * Grid.CELL;
        show(out, Character.toString(codePoint), x, y, tooWide ? 100 * cells / width : 100);
    }

    private void show(PDPageContentStream out, String text, float x, float y, float scale) throws IOException {
        if (!text.isEmpty()) {
            out.beginText();
            out.setFont(font, Grid.FONT_SIZE);
            out.setHorizontalScaling(scale);
            out.newLineAtOffset(x, y);
            out.showText(text);
            out.endText();
        }
    }

    /** In cells; {@link #UNKNOWN} when the font lacks the character. */
    private float width(int codePoint) {
        return widths.computeIfAbsent(codePoint, this::measured);
    }

    private float measured(int codePoint) {
        try {
            return font.getStringWidth(Character.toString(codePoint)) / 1000 * Grid.FONT_SIZE / Grid.CELL;
        } catch (IOException | IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    public void save(Path target) throws DocumentException {
        try {
            document.save(target.toFile());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static DocumentException failure(IOException e) {
        return new DocumentException(Reason.UNAVAILABLE, "The PDF of the text cannot be written: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        IOUtils.closeQuietly(document);
    }
}

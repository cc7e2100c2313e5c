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

    private static final float CELL = 5;
    private static final float LEADING = 13.6f;
    private static final float MARGIN = 52;
    /** TrueType fonts whose Latin letters are half as wide as ideographs come first; others can't be embedded. */
    private static final List<String> FONTS = List.of(
            "ipag.ttf", "ipam.ttf", "TakaoGothic.ttf", "VL-Gothic-Regular.ttf", "ipaexg.ttf", "ipaexm.ttf", "fonts-japanese-gothic.ttf");

    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final PDType0Font font;
    private final Map<Integer, Boolean> known = new HashMap<>();

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
            float y = PDRectangle.A4.getHeight() - MARGIN;
            for (TextPage.Row row : text.rows()) {
                draw(out, row.text(), y);
                y -= LEADING;
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Each stretch without a tab begins at its own cell. */
    private void draw(PDPageContentStream out, String row, float y) throws IOException {
        int column = 0;
        int start = 0;
        var stretch = new StringBuilder();
        for (int i = 0; i < row.length(); ) {
            int codePoint = row.codePointAt(i);
            if (codePoint == '\t') {
                show(out, stretch, start, y);
                column = Cells.after(column, codePoint);
                start = column;
            } else {
                column = Cells.after(column, codePoint);
                stretch.appendCodePoint(known.computeIfAbsent(codePoint, this::isKnown) ? codePoint : '〓');
            }
            i += Character.charCount(codePoint);
        }
        show(out, stretch, start, y);
    }

    private void show(PDPageContentStream out, StringBuilder stretch, int column, float y) throws IOException {
        if (!stretch.isEmpty()) {
            out.beginText();
            out.setFont(font, CELL * 2);
            out.newLineAtOffset(MARGIN + column * CELL, y);
            out.showText(stretch.toString());
            out.endText();
            stretch.setLength(0);
        }
    }

    private boolean isKnown(int codePoint) {
        try {
            font.encode(Character.toString(codePoint));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
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

package io.fumikura.read.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.PageText;
import io.fumikura.pdf.PdfFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BombsTest {

    private static final int HUGE = 200 << 20;
    private static final byte[] SPACES = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private final PDDocument document = new PDDocument();

    @Test
    void aPageThatUnpacksToHundredsOfMegabytesIsRefusedAndTheOthersAreRead() throws Exception {
        var bomb = new PDPage();
        document.addPage(bomb);
        var stream = new PDStream(document);
        fill(stream, HUGE);
        bomb.setContents(stream);
        good();
        assertThat(read()).extracting(PageText::text).containsExactly("", "GOOD\n");
        refused();
    }

    @Test
    void severalStreamsOfOnePageCountTogether() throws Exception {
        var bomb = new PDPage();
        document.addPage(bomb);
        var stream = new PDStream(document);
        fill(stream, HUGE / 8);
        var contents = new COSArray();
        for (int i = 0; i < 8; i++) {
            contents.add(stream.getCOSObject());
        }
        bomb.getCOSObject().setItem(COSName.CONTENTS, contents);
        refused();
    }

    @Test
    void aFormThatUnpacksToHundredsOfMegabytesIsRefused() throws Exception {
        var bomb = new PDPage();
        document.addPage(bomb);
        var stream = new PDStream(document);
        fill(stream, HUGE);
        bomb.setResources(new PDResources());
        bomb.getResources().add(new PDFormXObject(stream));
        refused();
    }

    @Test
    void packedObjectsThatUnpackToHundredsOfMegabytesAreRefused() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            spaces(out, HUGE);
        }
        var file = new ByteArrayOutputStream();
        file.write(("%PDF-1.5\n1 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length " + packed.size()
                        + ">>\nstream\r\n").getBytes(StandardCharsets.US_ASCII));
        file.write(packed.toByteArray());
        file.write("\nendstream\nendobj\ntrailer <</Root 2 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        Path path = Files.write(folder.resolve("bomb.pdf"), file.toByteArray());
        assertThatThrownBy(() -> new PdfReader().read(source(path), page -> {}))
                .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT));
    }

    @Test
    void aLargeButOrdinaryPageIsRead() throws Exception {
        var page = new PDPage();
        document.addPage(page);
        try (var out = new PDPageContentStream(document, page)) {
            for (int i = 0; i < 300_000; i++) {
                out.moveTo(i % 600, i % 800);
                out.lineTo(i % 599, i % 799);
            }
            text(out);
        }
        assertThat(read()).extracting(PageText::text).containsExactly("GOOD\n");
    }

    private void good() throws IOException {
        var page = new PDPage();
        document.addPage(page);
        try (var out = new PDPageContentStream(document, page)) {
            text(out);
        }
    }

    private static void text(PDPageContentStream out) throws IOException {
        out.beginText();
        out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        out.newLineAtOffset(100, 700);
        out.showText("GOOD");
        out.endText();
    }

    private static void fill(PDStream stream, int size) throws IOException {
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            spaces(out, size);
        }
    }

    private static void spaces(OutputStream out, int size) throws IOException {
        for (int written = 0; written < size; written += SPACES.length) {
            out.write(SPACES);
        }
    }

    private void refused() throws Exception {
        try (PdfFile pdf = PdfFile.open(source(save()))) {
            var page = pdf.pages().next();
            assertThatThrownBy(() -> pdf.check(page))
                    .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT))
                    .hasMessageContaining("128 MB");
        }
    }

    private List<PageText> read() throws Exception {
        var pages = new ArrayList<PageText>();
        new PdfReader().read(source(save()), pages::add);
        return pages;
    }

    private Path save() throws IOException {
        Path path = folder.resolve("file.pdf");
        if (!Files.exists(path)) {
            document.save(path.toFile());
            document.close();
        }
        return path;
    }

    private static SourceFile source(Path path) {
        return new SourceFile(path, MediaType.PDF, "file.pdf", Optional.empty());
    }
}

package io.fumikura.read.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfReaderTest {

    private static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    @TempDir
    Path folder;

    private final PDDocument document = new PDDocument();

    @Test
    void givesEachCharacterItsPlaceOnThePage() throws Exception {
        page((page, out) -> show(out, 100, 742, "AMOUNT"));
        PageText text = read().get(0);
        assertThat(text.text()).isEqualTo("AMOUNT\n");
        Box first = text.box(0);
        assertThat(first.left() * text.width()).isCloseTo(100, within(0.01));
        assertThat(first.bottom() * text.height()).isBetween(100.0, 104.0);
        assertThat(first.right() * text.width()).isCloseTo(100 + 12 * 0.667, within(0.05));
    }

    @Test
    void readsLinesFromTopToBottomWhateverTheirOrderInTheFile() throws Exception {
        page((page, out) -> {
            show(out, 50, 600, "third");
            show(out, 50, 700, "first");
            show(out, 50, 650, "second");
        });
        assertThat(read().get(0).text()).isEqualTo("first\nsecond\nthird\n");
    }

    @Test
    void putsATabBetweenLabelAndValueAndASpaceBetweenWords() throws Exception {
        page((page, out) -> {
            show(out, 400, 700, "1,250");
            show(out, 50, 700, "Total");
            show(out, 82, 700, "amount");
        });
        assertThat(read().get(0).text()).isEqualTo("Total amount\t1,250\n");
    }

    @Test
    void readsColumnsOfRunningTextOneAfterTheOther() throws Exception {
        page((page, out) -> {
            for (int i = 0; i < 8; i++) {
                show(out, 50, 700 - 14 * i, "words of the left column, line " + i);
                show(out, 300, 700 - 14 * i, "words of the right column, line " + i);
            }
        });
        assertThat(read().get(0).text()).containsSubsequence("left column, line 7", "right column, line 0");
    }

    @Test
    void keepsTheRowsOfATable() throws Exception {
        page((page, out) -> {
            for (int i = 0; i < 8; i++) {
                show(out, 50, 700 - 14 * i, "Item number " + i);
                show(out, 300, 700 - 14 * i, i + "00");
            }
        });
        assertThat(read().get(0).text()).contains("Item number 3\t300\n");
    }

    @Test
    void readsBoldByOverprintOnce() throws Exception {
        page((page, out) -> {
            show(out, 50, 700, "Agreement");
            show(out, 50.4f, 700, "Agreement");
        });
        assertThat(read().get(0).text()).isEqualTo("Agreement\n");
    }

    @Test
    void keepsTheInvisibleTextOfAScanner() throws Exception {
        page((page, out) -> {
            out.setRenderingMode(RenderingMode.NEITHER);
            show(out, 50, 700, "recognised");
        });
        assertThat(read().get(0).text()).isEqualTo("recognised\n");
    }

    @Test
    void leavesOutLayersThatAreSwitchedOff() throws Exception {
        var layer = new PDOptionalContentGroup("draft");
        var layers = new PDOptionalContentProperties();
        layers.addGroup(layer);
        layers.setGroupEnabled(layer, false);
        document.getDocumentCatalog().setOCProperties(layers);
        page((page, out) -> {
            out.beginMarkedContent(COSName.OC, layer);
            show(out, 50, 700, "DRAFT");
            out.endMarkedContent();
            show(out, 50, 650, "final");
        });
        assertThat(read().get(0).text()).isEqualTo("final\n");
    }

    @Test
    void leavesOutWhatLiesBesideThePage() throws Exception {
        page((page, out) -> {
            page.setCropBox(new PDRectangle(0, 0, 300, 842));
            show(out, 350, 700, "cropped");
            show(out, 50, 700, "shown");
        });
        assertThat(read().get(0).text()).isEqualTo("shown\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void readsATurnedPageAsItIsDisplayed(int rotation) throws Exception {
        page((page, out) -> {
            page.setRotation(rotation);
            out.transform(Matrix.getRotateInstance(Math.toRadians(rotation), rotation == 90 || rotation == 180 ? 595 : 0,
                    rotation == 180 || rotation == 270 ? 842 : 0));
            show(out, 50, 400, "second");
            show(out, 50, 450, "first");
        });
        PageText text = read().get(0);
        assertThat(text.text()).isEqualTo("first\nsecond\n");
        assertThat(text.box(0).left() * text.width()).isCloseTo(50, within(0.3));
        assertThat(text.width()).isCloseTo(rotation % 180 == 0 ? 595.28 : 841.89, within(0.1));
    }

    @Test
    void readsUprightLettersBelowEachOtherAsVerticalWriting() throws Exception {
        var glyphs = new ArrayList<Glyph>();
        String columns = "業務委託契約書株式会社青葉商事と|文蔵株式会社は次のとおり契約する。";
        double x = 500;
        double y = 50;
        for (String letter : columns.split("")) {
            if (letter.equals("|")) {
                x -= 20;
                y = 50;
                continue;
            }
            glyphs.add(new Glyph(letter, x, y, x + 12, y + 12, 12, Direction.RIGHT));
            y += 12;
        }
        var frame = new PageFrame(new PDPage(PDRectangle.A4));
        assertThat(PageWriter.write(1, frame, glyphs).text()).isEqualTo(columns.replace("|", "\n") + "\n");
    }

    @Test
    void readsArabicInReadingOrder() {
        var glyphs = new ArrayList<Glyph>();
        String seen = "12 \u0628\u0627";
        for (int i = 0; i < seen.length(); i++) {
            glyphs.add(new Glyph(seen.substring(i, i + 1), 50 + i * 6, 50, 56 + i * 6, 62, 12, Direction.RIGHT));
        }
        var frame = new PageFrame(new PDPage(PDRectangle.A4));
        assertThat(PageWriter.write(1, frame, glyphs).text()).isEqualTo("\u0627\u0628 12\n");
    }

    @Test
    void readsValuesOfFormFieldsThatNoProgramHasDrawnYet() throws Exception {
        page((page, out) -> {
            var field = new COSDictionary();
            field.setName(COSName.SUBTYPE, "Widget");
            field.setItem(COSName.FT, COSName.TX);
            field.setString(COSName.V, "株式会社文蔵");
            field.setItem(COSName.RECT, new PDRectangle(120, 700, 200, 20));
            page.setAnnotations(List.of(new PDAnnotationWidget(field)));
            show(out, 50, 705, "Name");
        });
        assertThat(read().get(0).text()).isEqualTo("Name\t株式会社文蔵\n");
    }

    @Test
    void asksForThePasswordAndOpensWithIt() throws Exception {
        page((page, out) -> show(out, 50, 700, "secret"));
        document.protect(new StandardProtectionPolicy("owner", "open", new AccessPermission()));
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.PROTECTED));
        assertThat(read(folder.resolve("file.pdf"), Optional.of("open")).get(0).text()).isEqualTo("secret\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF-1.7\n", "hello", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>"})
    void saysWhatIsWrongWithADamagedFile(String content) throws Exception {
        Path path = Files.writeString(folder.resolve("bad.pdf"), content, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(path, Optional.empty()))
                .isInstanceOfSatisfying(DocumentException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.CORRUPT);
                    assertThat(e).hasMessageContaining("The PDF is damaged");
                });
    }

    @Test
    void givesTheRestOfAFileWithABrokenPage() throws Exception {
        page((page, out) -> show(out, 50, 700, "one"));
        var broken = new PDPage();
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream()) {
            out.write("BT /Nix 12 Tf (x) Tj ET q q q ( [ << 1 0".getBytes(StandardCharsets.ISO_8859_1));
        }
        broken.setContents(stream);
        document.addPage(broken);
        page((page, out) -> show(out, 50, 700, "three"));
        assertThat(read()).extracting(PageText::text).first().isEqualTo("one\n");
        assertThat(read(folder.resolve("file.pdf"), Optional.empty()))
                .hasSize(3)
                .extracting(PageText::text)
                .last()
                .isEqualTo("three\n");
    }

    @Test
    void endsOnALoopInThePageTree() throws Exception {
        page((page, out) -> show(out, 50, 700, "one"));
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
        COSArray kids = root.getCOSArray(COSName.KIDS);
        kids.add(root);
        kids.add(kids.get(0));
        assertThat(read()).hasSize(1);
    }

    @Test
    void stopsAtTheSinksLimit() throws Exception {
        for (int i = 0; i < 20; i++) {
            document.addPage(new PDPage());
        }
        Path path = save();
        var taken = new ArrayList<PageText>();
        assertThatThrownBy(() -> new PdfReader().read(file(path, Optional.empty()), page -> {
                    if (taken.size() == 5) {
                        throw new DocumentException(Reason.LIMIT, "more than 5 pages");
                    }
                    taken.add(page);
                }))
                .hasMessage("more than 5 pages");
        assertThat(taken).hasSize(5);
    }

    @Test
    void givesUpWhenInterrupted() throws Exception {
        page((page, out) -> show(out, 50, 700, "one"));
        Path path = save();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> read(path, Optional.empty())).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @FunctionalInterface
    private interface Content {
        void write(PDPage page, PDPageContentStream out) throws IOException;
    }

    private void page(Content content) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var out = new PDPageContentStream(document, page)) {
            content.write(page, out);
        }
    }

    private static void show(PDPageContentStream out, float x, float y, String text) throws IOException {
        out.beginText();
        out.setFont(FONT, 12);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }

    private Path save() throws IOException {
        Path path = folder.resolve("file.pdf");
        document.save(path.toFile());
        return path;
    }

    private List<PageText> read() throws Exception {
        return read(save(), Optional.empty());
    }

    private static List<PageText> read(Path path, Optional<String> password) throws Exception {
        var pages = new ArrayList<PageText>();
        new PdfReader().read(file(path, password), pages::add);
        return pages;
    }

    private static SourceFile file(Path path, Optional<String> password) {
        return new SourceFile(path, MediaType.PDF, "file.pdf", password);
    }
}

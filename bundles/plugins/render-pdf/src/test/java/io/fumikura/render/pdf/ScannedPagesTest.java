package io.fumikura.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannedPagesTest {

    private static final int PIXELS_WIDE = 1654;
    private static final int PIXELS_HIGH = 2339;

    @TempDir
    Path folder;

    @Test
    void tellsTheWidthAtWhichAPageWasScanned() throws Exception {
        assertThat(scanWidth(0, 1)).hasValue(PIXELS_WIDE);
    }

    @Test
    void tellsTheWidthOfAScanThatIsShownTurned() throws Exception {
        assertThat(scanWidth(90, 1).orElseThrow()).isBetween(PIXELS_HIGH - 2, PIXELS_HIGH + 2);
    }

    @Test
    void aPageWithASmallPictureIsNoScan() throws Exception {
        assertThat(scanWidth(0, 0.3f)).isEmpty();
    }

    /** @param share of the page's width and height that the picture takes */
    private OptionalInt scanWidth(int rotation, float share) throws Exception {
        Path path = folder.resolve("scan.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(PIXELS_WIDE * 72f / 200, PIXELS_HIGH * 72f / 200));
            page.setRotation(rotation);
            document.addPage(page);
            var image = new BufferedImage(PIXELS_WIDE, PIXELS_HIGH, BufferedImage.TYPE_BYTE_GRAY);
            try (var out = new PDPageContentStream(document, page)) {
                PDRectangle box = page.getMediaBox();
                out.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, box.getWidth() * share, box.getHeight() * share);
            }
            document.save(path.toFile());
        }
        try (var pages = new PdfRenderer().open(new SourceFile(path, MediaType.PDF, "scan.pdf", Optional.empty()))) {
            return pages.scanWidth(1);
        }
    }
}

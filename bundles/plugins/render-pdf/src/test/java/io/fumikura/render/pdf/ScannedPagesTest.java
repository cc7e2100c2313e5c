package io.fumikura.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannedPagesTest {

    private static final BufferedImage PICTURE = new BufferedImage(830, 1170, BufferedImage.TYPE_BYTE_GRAY);

    @TempDir
    Path folder;

    /** More on the page than the picture. */
    private interface Mark {
        void on(PDPageContentStream content, PDRectangle page) throws IOException;
    }

    @Test
    void givesTheJpegThatIsAllOfAPageAsItIsStored() throws Exception {
        assertThat(scan(0, 1, true, (content, page) -> {})).hasValue(MediaType.JPEG);
        assertThat(folder.resolve("scan.jpg")).hasBinaryContent(jpeg());
    }

    @Test
    void aPageThatIsShownTurnedHasToBeDrawn() throws Exception {
        assertNotGiven(scan(90, 1, true, (content, page) -> {}));
    }

    @Test
    void aPageWithAPictureOnItHasToBeDrawn() throws Exception {
        assertNotGiven(scan(0, 0.5f, true, (content, page) -> {}));
    }

    @Test
    void aScanThatSomethingWasDrawnUponHasToBeDrawn() throws Exception {
        assertNotGiven(scan(0, 1, true, (content, page) -> {
            content.addRect(10, 10, 50, 50);
            content.fill();
        }));
    }

    @Test
    void aPictureThatIsNoJpegHasToBeDrawn() throws Exception {
        assertNotGiven(scan(0, 1, false, (content, page) -> {}));
    }

    private void assertNotGiven(Optional<MediaType> type) {
        assertThat(type).isEmpty();
        assertThat(folder.resolve("scan.jpg")).doesNotExist();
    }

    /** @param share of the page's width and height that the picture takes */
    private Optional<MediaType> scan(int rotation, float share, boolean jpeg, Mark mark) throws Exception {
        Path path = folder.resolve("scan.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            PDRectangle box = page.getMediaBox();
            PDImageXObject image = jpeg
                    ? PDImageXObject.createFromByteArray(document, jpeg(), "scan.jpg")
                    : LosslessFactory.createFromImage(document, PICTURE);
            try (var out = new PDPageContentStream(document, page)) {
                out.drawImage(image, 0, 0, box.getWidth() * share, box.getHeight() * share);
                mark.on(out, box);
            }
            document.save(path.toFile());
        }
        try (var pages = new PdfRenderer().open(new SourceFile(path, MediaType.PDF, "scan.pdf", Optional.empty()))) {
            return pages.scan(1, folder.resolve("scan.jpg"));
        }
    }

    private static byte[] jpeg() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(PICTURE, "jpg", bytes);
        return bytes.toByteArray();
    }
}

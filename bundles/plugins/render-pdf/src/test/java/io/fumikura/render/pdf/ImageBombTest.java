package io.fumikura.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import java.awt.Color;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageBombTest {

    @TempDir
    Path folder;

    @Test
    void leavesOutAnImageWhoseDataGoOnForHundredsOfMegabytesAndDrawsTheRest() throws Exception {
        Path path = folder.resolve("bomb.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            PDImageXObject bomb = image(document, 300 << 20);
            PDImageXObject honest = image(document, 100);
            try (var out = new PDPageContentStream(document, page)) {
                out.drawImage(bomb, 0, 396, 612, 396);
                out.drawImage(honest, 0, 0, 612, 396);
            }
            document.save(path.toFile());
        }
        Path drawn = folder.resolve("drawn.png");
        try (Renderer.Pages pages = new PdfRenderer().open(new SourceFile(path, MediaType.PDF, "bomb.pdf", Optional.empty()))) {
            pages.draw(1, 200, Renderer.ImageFormat.PNG, drawn);
        }
        var picture = ImageIO.read(drawn.toFile());
        assertThat(new Color(picture.getRGB(100, 50))).isEqualTo(Color.WHITE);
        assertThat(new Color(picture.getRGB(100, 200))).isEqualTo(Color.BLACK);
    }

    /** Ten by ten black pixels, and as many bytes more as wanted. */
    private static PDImageXObject image(PDDocument document, int size) throws Exception {
        var stream = new PDStream(document);
        byte[] black = new byte[Math.min(size, 1 << 20)];
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            for (int written = 0; written < size; written += black.length) {
                out.write(black);
            }
        }
        var image = new PDImageXObject(stream, null);
        image.setWidth(10);
        image.setHeight(10);
        image.setBitsPerComponent(8);
        image.setColorSpace(PDDeviceGray.INSTANCE);
        return image;
    }
}

package io.fumikura.benchmarks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** PDFBox draws the first page of a file into another file, and nothing else happens. */
final class BareDrawing implements AutoCloseable {

    private final Path target = Files.createTempFile("fumikura-page", ".image");

    BareDrawing() throws IOException {}

    void draw(byte[] pdf, int width, String format) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            float scale = width / document.getPage(0).getCropBox().getWidth();
            BufferedImage image = renderer.renderImage(0, scale, ImageType.RGB);
            ImageIO.write(image, format, target.toFile());
        }
    }

    @Override
    public void close() throws IOException {
        Files.delete(target);
    }
}

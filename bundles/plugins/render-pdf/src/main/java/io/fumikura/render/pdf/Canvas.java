package io.fumikura.render.pdf;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.Renderer.ImageFormat;
import io.fumikura.document.spi.Renderer.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** Sizes and files of drawn pages. */
final class Canvas {

    static final long MOST_PIXELS = 100_000_000;

    private Canvas() {}

    /** Height in pixels of a page drawn at a width. */
    static int height(Size size, int width) throws DocumentException {
        if (width < 16 || width > 10_000) {
            throw new IllegalArgumentException("width " + width + " is not from 16 to 10,000");
        }
        double height = Math.max(1, width * size.height() / size.width());
        if (height * width > MOST_PIXELS) {
            throw new DocumentException(
                    Reason.LIMIT,
                    String.format("The page would have %d × %.0f pixels; at most 100 million are drawn.", width, height));
        }
        return (int) Math.round(height);
    }

    /** @param image without transparency */
    static void write(BufferedImage image, ImageFormat format, Path target) throws IOException {
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(format.name().toLowerCase()).next();
        Files.deleteIfExists(target);
        try (var out = new FileImageOutputStream(target.toFile())) {
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, null));
        } finally {
            writer.dispose();
        }
    }
}

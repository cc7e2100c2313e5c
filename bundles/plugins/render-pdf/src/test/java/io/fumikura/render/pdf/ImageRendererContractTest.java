package io.fumikura.render.pdf;

import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.testkit.RendererContract;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;
import org.junit.jupiter.api.Nested;

class ImageRendererContractTest {

    @Nested
    class Png extends OfType {
        Png() {
            super(MediaType.PNG);
        }
    }

    @Nested
    class Jpeg extends OfType {
        Jpeg() {
            super(MediaType.JPEG);
        }
    }

    @Nested
    class Bmp extends OfType {
        Bmp() {
            super(MediaType.BMP);
        }
    }

    @Nested
    class Gif extends OfType {
        Gif() {
            super(MediaType.GIF);
        }
    }

    @Nested
    class Tiff extends OfType {
        Tiff() {
            super(MediaType.TIFF);
        }
    }

    abstract static class OfType extends RendererContract {

        private final MediaType type;

        OfType(MediaType type) {
            this.type = type;
        }

        @Override
        protected Renderer renderer() {
            return new ImageRenderer();
        }

        @Override
        protected Renderer.Form form() {
            return Renderer.Form.PAGES;
        }

        @Override
        protected SourceFile sample(Path folder) throws Exception {
            String format = type.value().substring("image/".length());
            Path path = folder.resolve("sample." + format);
            var image = new BufferedImage(300, 420, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 300; i++) {
                image.setRGB(i, i, i * 1000);
            }
            var writer = ImageIO.getImageWritersByFormatName(format).next();
            try (var out = new FileImageOutputStream(path.toFile())) {
                writer.setOutput(out);
                if (type.equals(MediaType.TIFF)) {
                    writer.prepareWriteSequence(null);
                    writer.writeToSequence(new IIOImage(image, null, null), null);
                    writer.writeToSequence(new IIOImage(image.getSubimage(0, 0, 200, 100), null, null), null);
                    writer.endWriteSequence();
                } else {
                    writer.write(image);
                }
            }
            return new SourceFile(path, type, path.getFileName().toString(), Optional.empty());
        }
    }
}

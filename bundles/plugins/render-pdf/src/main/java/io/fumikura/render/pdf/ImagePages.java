package io.fumikura.render.pdf;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.pdf.Guard;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/** The image, or images, of a file. Sizes are read before anything is decoded. */
final class ImagePages implements Renderer.Pages {

    private static final double A4_LONG = 841.89;
    private static final double A4_SHORT = 595.28;

    private final ImageReader reader;
    private final FileImageInputStream input;
    private final Path path;
    private final MediaType type;
    private final int count;
    private final boolean upright;

    static ImagePages open(Path path, MediaType type) throws DocumentException {
        return open(path, type, false);
    }

    /** Opens an image that was turned already, whatever its metadata say. */
    static ImagePages upright(Path path, MediaType type) throws DocumentException {
        return open(path, type, true);
    }

    private static ImagePages open(Path path, MediaType type, boolean upright) throws DocumentException {
        return guarded(() -> {
            ImageReader reader = reader(type);
            var input = new FileImageInputStream(path.toFile());
            try {
                reader.setInput(input);
                return new ImagePages(reader, input, path, type, upright);
            } catch (IOException | RuntimeException e) {
                reader.dispose();
                input.close();
                throw e;
            }
        });
    }

    private ImagePages(ImageReader reader, FileImageInputStream input, Path path, MediaType type, boolean upright)
            throws IOException {
        this.upright = upright;
        this.reader = reader;
        this.input = input;
        this.path = path;
        this.type = type;
        count = type.equals(MediaType.TIFF) ? reader.getNumImages(true) : 1;
        if (count < 1) {
            throw new IOException("there is no image in it");
        }
        reader.getWidth(0);
    }

    private static ImageReader reader(MediaType type) throws IOException {
        if (type.equals(MediaType.WEBP)) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        return ImageIO.getImageReadersByFormatName(type.value().substring("image/".length())).next();
    }

    private static <T> T guarded(Guard.Work<T, IOException> work) throws DocumentException {
        try {
            return Guard.run("The image", work);
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("support")
                    ? new DocumentException(
                            Reason.UNSUPPORTED, "The image is stored in a rare way that is not supported. Save it as PNG or JPEG.", e)
                    : new DocumentException(
                            Reason.CORRUPT, "The image is damaged or not complete. Save it anew with another program.", e);
        }
    }

    @Override
    public int count() {
        return count;
    }

    /** As large as it fits on A4, because resolutions in image files are seldom true. */
    @Override
    public Renderer.Size size(int page) throws DocumentException {
        return guarded(() -> {
            check(page);
            boolean turned = orientation(page).turns();
            double width = turned ? reader.getHeight(page - 1) : reader.getWidth(page - 1);
            double height = turned ? reader.getWidth(page - 1) : reader.getHeight(page - 1);
            double scale = Math.min(A4_LONG / Math.max(width, height), A4_SHORT / Math.min(width, height));
            return new Renderer.Size(width * scale, height * scale);
        });
    }

    private void check(int page) {
        if (page < 1 || page > count) {
            throw new IllegalArgumentException("no page " + page + " of " + count);
        }
    }

    private Orientation orientation(int page) throws IOException {
        return upright ? new Orientation(1) : Orientation.of(path, type, reader, page - 1);
    }

    @Override
    public void draw(int page, int width, Renderer.ImageFormat format, Path target)
            throws DocumentException, InterruptedException {
        int height = Canvas.height(size(page), width);
        guarded(() -> {
            Orientation orientation = orientation(page);
            BufferedImage image = decode(page - 1, orientation.turns() ? height : width);
            Canvas.write(drawn(image, orientation, width, height), format, target);
            return target;
        });
        if (Thread.interrupted()) {
            throw new InterruptedException("drawing of an image");
        }
    }

    /** @param target width of the image as stored at which it will be drawn; a much larger one is decoded with gaps */
    private BufferedImage decode(int index, int target) throws IOException, DocumentException {
        long width = reader.getWidth(index);
        long height = reader.getHeight(index);
        if (width * height > Canvas.MOST_PIXELS) {
            throw new DocumentException(
                    Reason.LIMIT, "The image has " + width + " × " + height + " pixels; at most 100 million are drawn.");
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int step = (int) Math.max(1, width / (2L * target));
        param.setSourceSubsampling(step, step, 0, 0);
        if (type.equals(MediaType.JPEG) && CmykJpeg.is(path)) {
            return CmykJpeg.read(reader, param, path);
        }
        return reader.read(index, param);
    }

    private static BufferedImage drawn(BufferedImage image, Orientation orientation, int width, int height) {
        var page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform place = orientation.transform(width, height);
        place.scale(
                (orientation.turns() ? height : width) / (double) image.getWidth(),
                (orientation.turns() ? width : height) / (double) image.getHeight());
        graphics.drawImage(image, place, null);
        graphics.dispose();
        return page;
    }

    @Override
    public void close() {
        reader.dispose();
        try {
            input.close();
        } catch (IOException e) {
            // closed already
        }
    }
}

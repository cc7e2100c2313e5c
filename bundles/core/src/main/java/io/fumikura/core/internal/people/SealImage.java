package io.fumikura.core.internal.people;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Images of seals as they are stored: PNG, at most 480 pixels a side. */
final class SealImage {

    private static final int LARGEST_FILE = 1024 * 1024;
    private static final int LARGEST_SIDE = 4000;
    /** Larger ones are read with every second pixel. */
    private static final int LARGEST_READ = 2000;
    private static final int SMALLEST_SIDE = 16;
    private static final int STORED_SIDE = 480;
    private static final int LARGEST_STORED = 500_000;
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");
    /** From here on, paper counts as white; down to {@link #INK} it fades. */
    private static final int WHITE = 235;
    private static final int INK = 185;

    /** A small file may hold a large image: not more at once than memory allows. */
    private static final Semaphore PLACES = new Semaphore(2);
    private static final int WAITING = 20;

    private SealImage() {}

    /** @throws PlatformException {@code seal.image}; {@code seal.too-large}; {@code upload.busy} */
    static BufferedImage read(InputStream data, boolean transparent) {
        byte[] bytes = bytes(data);
        if (PLACES.getQueueLength() >= WAITING) {
            throw new PlatformException(
                    Category.TOO_MANY, "upload.busy", "Too many files are being received; try again in a moment.");
        }
        PLACES.acquireUninterruptibly();
        try {
            return read(bytes, transparent);
        } finally {
            PLACES.release();
        }
    }

    private static byte[] bytes(InputStream data) {
        try {
            byte[] bytes = data.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw tooLarge();
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static BufferedImage read(byte[] bytes, boolean transparent) {
        BufferedImage image = scaled(decoded(bytes), STORED_SIDE);
        if (transparent) {
            fade(image);
        }
        return image;
    }

    static byte[] png(BufferedImage image) {
        byte[] png = written(image);
        for (int side = 360; png.length > LARGEST_STORED; side = side * 3 / 4) {
            png = written(scaled(image, side));
        }
        return png;
    }

    private static BufferedImage decoded(byte[] bytes) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw unreadable(null);
            }
            return decoded(readers.next(), input);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unreadable(e);
        }
    }

    private static BufferedImage decoded(ImageReader reader, ImageInputStream input) throws IOException {
        try {
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw unreadable(null);
            }
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > LARGEST_SIDE || height > LARGEST_SIDE) {
                throw tooLarge();
            }
            if (width < SMALLEST_SIDE || height < SMALLEST_SIDE) {
                throw unreadable(null);
            }
            ImageReadParam parameters = reader.getDefaultReadParam();
            int step = Math.max(width, height) > LARGEST_READ ? 2 : 1;
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage image, int side) {
        double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage from = image;
        // By halves, so that thin lines stay.
        while (from.getWidth() / 2 > width) {
            from = drawn(from, from.getWidth() / 2, Math.max(1, from.getHeight() / 2));
        }
        return drawn(from, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        var target = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return target;
    }

    /** The darkest of the three colours tells ink from paper: red ink has little green and blue. */
    private static void fade(BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                int darkest = Math.min(argb >> 16 & 0xFF, Math.min(argb >> 8 & 0xFF, argb & 0xFF));
                int cover = darkest >= WHITE ? 0 : darkest <= INK ? 255 : 255 * (WHITE - darkest) / (WHITE - INK);
                image.setRGB(x, y, (argb >>> 24) * cover / 255 << 24 | argb & 0xFFFFFF);
            }
        }
    }

    private static byte[] written(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static PlatformException unreadable(Exception cause) {
        return new PlatformException(
                Category.REFUSED, "seal.image", "A seal is a PNG, JPEG or GIF that can be read.", Map.of(), cause);
    }

    private static PlatformException tooLarge() {
        return new PlatformException(
                Category.TOO_LARGE, "seal.too-large", "The image of a seal has at most 1 MB and 4,000 pixels a side.");
    }
}

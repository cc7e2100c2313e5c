package io.fumikura.read.image.worker;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** An image made ready for recognition: grey, upright, neither tiny nor huge. */
final class GrayImage {

    private static final long MOST_PIXELS = 100_000_000;
    private static final long WANTED_PIXELS = 36_000_000;
    /** Below this width a page's characters are too small for the recogniser, so it is enlarged. */
    private static final int SMALL = 1400;

    private static final int STRIPS = 8;

    private final BufferedImage image;

    private GrayImage(BufferedImage image) {
        this.image = image;
    }

    static GrayImage read(Path path) throws UnreadableException, TooLargeException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(path.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new UnreadableException("The file is no image that can be read.", null);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return new GrayImage(gray(decode(reader)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException("The image is damaged or not complete. Save it anew with another program.", e);
        }
    }

    private static BufferedImage decode(ImageReader reader) throws IOException, TooLargeException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new TooLargeException("The image has " + width + " × " + height + " pixels; 100 million are taken.");
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt((double) width * height / WANTED_PIXELS));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    private static BufferedImage gray(BufferedImage source) {
        int side = Math.min(source.getWidth(), source.getHeight());
        int factor = side < SMALL / 2 ? 3 : side < SMALL ? 2 : 1;
        while (factor > 1 && (long) source.getWidth() * source.getHeight() * factor * factor > WANTED_PIXELS) {
            factor--;
        }
        var gray = new BufferedImage(
                source.getWidth() * factor, source.getHeight() * factor, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = gray.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, gray.getWidth(), gray.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(source, 0, 0, gray.getWidth(), gray.getHeight(), null);
        graphics.dispose();
        return gray;
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** Dots per inch if the longer side is that of A4; Tesseract wants 70 to 2,400. */
    int resolution() {
        return (int) Math.max(70, Math.min(600, Math.round(Math.max(width(), height()) / 11.69)));
    }

    ByteBuffer pixels() {
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /**
     * Whether lines of text run from top to bottom: between lines there are bands without ink, far wider than the gaps between the
     * characters of a line. Looked at in strips, so that a page that lies a little askew is judged rightly too.
     */
    boolean looksVertical() {
        double acrossRows = 0;
        double acrossColumns = 0;
        for (int strip = 0; strip < STRIPS; strip++) {
            acrossRows += blankShare(rowProfile(width() * strip / STRIPS, width() * (strip + 1) / STRIPS));
            acrossColumns += blankShare(columnProfile(height() * strip / STRIPS, height() * (strip + 1) / STRIPS));
        }
        return acrossColumns > 1.5 * acrossRows;
    }

    private int[] rowProfile(int from, int to) {
        var profile = new int[height()];
        for (int y = 0; y < profile.length; y++) {
            for (int x = from; x < to; x++) {
                profile[y] += ink(x, y);
            }
        }
        return profile;
    }

    private int[] columnProfile(int from, int to) {
        var profile = new int[width()];
        for (int y = from; y < to; y++) {
            for (int x = 0; x < profile.length; x++) {
                profile[x] += ink(x, y);
            }
        }
        return profile;
    }

    private int ink(int x, int y) {
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return (bytes[y * width() + x] & 0xff) < 128 ? 1 : 0;
    }

    /** Share of places with next to no ink, between the first and the last that have some. */
    private static double blankShare(int[] profile) {
        int first = 0;
        int last = profile.length - 1;
        while (first < last && profile[first] < 2) {
            first++;
        }
        while (last > first && profile[last] < 2) {
            last--;
        }
        int blank = 0;
        for (int i = first; i <= last; i++) {
            blank += profile[i] < 2 ? 1 : 0;
        }
        return last == first ? 0 : (double) blank / (last - first + 1);
    }

    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }
}

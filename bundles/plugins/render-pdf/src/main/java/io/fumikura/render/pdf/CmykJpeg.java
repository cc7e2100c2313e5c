package io.fumikura.render.pdf;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** JPEG files with four inks, from printers' programs, which the JDK reads as raw samples only. Adobe's programs store them inverted. */
final class CmykJpeg {

    private CmykJpeg() {}

    static boolean is(Path path) throws IOException {
        return IntStream.of(0xc0, 0xc1, 0xc2)
                        .mapToObj(marker -> components(path, marker))
                        .filter(count -> count > 0)
                        .findFirst()
                        .orElse(0)
                == 4;
    }

    private static int components(Path path, int marker) {
        try {
            byte[] frame = JpegSegments.find(path, marker, "");
            return frame == null || frame.length < 6 ? 0 : frame[5];
        } catch (IOException e) {
            return 0; // the decoder will tell
        }
    }

    static BufferedImage read(ImageReader reader, ImageReadParam param, Path path) throws IOException {
        Raster raster = reader.readRaster(0, param);
        byte[] adobe = JpegSegments.find(path, 0xee, "Adobe");
        boolean ycck = adobe != null && adobe.length > 6 && adobe[6] == 2;
        var image = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] row = new int[raster.getWidth() * 4];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int x = 0; x < raster.getWidth(); x++) {
                image.setRGB(x, y, rgb(row, x * 4, ycck, adobe != null));
            }
        }
        return image;
    }

    private static int rgb(int[] row, int at, boolean ycck, boolean inverted) {
        double c = row[at];
        double m = row[at + 1];
        double y = row[at + 2];
        if (ycck) {
            double cb = row[at + 1] - 128.0;
            double cr = row[at + 2] - 128.0;
            m = row[at] - 0.344136 * cb - 0.714136 * cr;
            y = row[at] + 1.772 * cb;
            c = row[at] + 1.402 * cr;
        }
        int k = row[at + 3];
        return light(c, k, inverted) << 16 | light(m, k, inverted) << 8 | light(y, k, inverted);
    }

    private static int light(double ink, int black, boolean inverted) {
        double light = inverted ? ink * black / 255 : (255 - ink) * (255 - black) / 255;
        return (int) Math.max(0, Math.min(255, Math.round(light)));
    }
}

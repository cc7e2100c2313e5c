package io.fumikura.render.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.apache.pdfbox.jbig2.JBIG2ImageReader;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;

/** JBIG2 for PDFBox, which looks decoders up; refuses images that a few bytes blow up to gigabytes. */
final class BoundedJbig2 extends JBIG2ImageReaderSpi {

    private static final long MOST_PIXELS = 600_000_000;

    @Override
    public ImageReader createReaderInstance(Object extension) throws IOException {
        return new JBIG2ImageReader(this) {
            @Override
            public BufferedImage read(int index, ImageReadParam param) throws IOException {
                long pixels = (long) getWidth(index) * getHeight(index);
                if (pixels > MOST_PIXELS) {
                    throw new IOException("a JBIG2 image has " + pixels + " pixels");
                }
                return super.read(index, param);
            }
        };
    }
}

package io.fumikura.render.pdf;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.pdf.Guard.Stopped;
import io.fumikura.pdf.Unpacking;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws a page until it is interrupted, leaving out images that would not fit into the memory. */
final class InterruptibleDrawer extends PageDrawer {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptibleDrawer.class);
    private static final long MOST_BYTES = 256L << 20;

    InterruptibleDrawer(PageDrawerParameters parameters) throws IOException {
        super(parameters);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        Stopped.check();
        byte[] inline = operator.getImageData();
        if (inline == null || fits(() -> new Unpacking(MOST_BYTES).addInline(inline, operator.getImageParameters()))) {
            super.processOperator(operator, operands);
        }
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        Stopped.check();
        long samples = (long) image.getWidth() * image.getHeight();
        long bits = image.isStencil() ? 1 : Math.max(1, image.getBitsPerComponent()) * 3L;
        if (samples * bits / 8 > MOST_BYTES) {
            LOG.info("An image of {} × {} pixels is left out.", image.getWidth(), image.getHeight());
        } else if (!(image instanceof PDImageXObject object) || fits(() -> check(object.getCOSObject()))) {
            super.drawImage(image);
        }
    }

    private static void check(COSStream image) throws DocumentException {
        new Unpacking(MOST_BYTES).add(List.of(image));
        for (COSName mask : List.of(COSName.SMASK, COSName.MASK)) {
            if (image.getDictionaryObject(mask) instanceof COSStream stream) {
                new Unpacking(MOST_BYTES).add(List.of(stream));
            }
        }
    }

    private interface Check {
        void run() throws DocumentException;
    }

    private static boolean fits(Check check) {
        try {
            check.run();
            return true;
        } catch (DocumentException e) {
            LOG.info("An image is left out: {}", e.getMessage());
            return false;
        }
    }
}

package io.fumikura.render.pdf;

import io.fumikura.pdf.Guard.Stopped;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
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
        super.processOperator(operator, operands);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        Stopped.check();
        long samples = (long) image.getWidth() * image.getHeight();
        long bits = image.isStencil() ? 1 : Math.max(1, image.getBitsPerComponent()) * 3L;
        if (samples * bits / 8 > MOST_BYTES) {
            LOG.info("An image of {} × {} pixels is left out.", image.getWidth(), image.getHeight());
            return;
        }
        super.drawImage(image);
    }
}

package io.fumikura.render.pdf;

import io.fumikura.pdf.Guard.Stopped;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** How densely a page was scanned, if images cover most of it. Images are not decoded. */
final class ScannedImages extends PDFStreamEngine {

    private static final double MOST = 0.8;

    private final PDPage page;
    private double covered;
    private double densest;

    ScannedImages(PDPage page) {
        this.page = page;
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new Concatenate(this));
    }

    /** Pixels per point of the densest of the images that make up the page; empty for a page that is not a scan. */
    OptionalDouble dotsPerPoint() throws IOException {
        processPage(page);
        PDRectangle box = page.getCropBox();
        return covered > MOST * box.getWidth() * box.getHeight() ? OptionalDouble.of(densest) : OptionalDouble.empty();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        Stopped.check();
        if (operator.getName().equals("Do") && !operands.isEmpty() && operands.get(0) instanceof COSName name) {
            PDXObject object = getResources().getXObject(name);
            if (object instanceof PDImageXObject image) {
                note(image);
            } else if (object instanceof PDFormXObject form && getLevel() < 10) {
                showForm(form);
            }
        } else {
            super.processOperator(operator, operands);
        }
    }

    private void note(PDImageXObject image) {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        double width = Math.hypot(place.getScaleX(), place.getShearY());
        double height = Math.hypot(place.getScaleY(), place.getShearX());
        if (width > 0 && height > 0) {
            covered += width * height;
            densest = Math.max(densest, Math.max(image.getWidth() / width, image.getHeight() / height));
        }
    }
}

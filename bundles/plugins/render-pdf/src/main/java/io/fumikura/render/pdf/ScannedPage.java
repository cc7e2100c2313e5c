package io.fumikura.render.pdf;

import io.fumikura.pdf.Guard.Stopped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Looks whether a page is nothing but one JPEG that fills it, as most scanners make them. Nothing is decoded. */
final class ScannedPage extends PDFStreamEngine {

    /** What leaves no mark on the page, but for the drawing of the image itself. */
    private static final Set<String> HARMLESS =
            Set.of("q", "Q", "cm", "Do", "gs", "i", "ri", "n", "re", "W", "W*", "BMC", "BDC", "EMC", "MP", "DP", "w", "J", "j", "M", "d",
                    "g", "G", "rg", "RG", "k", "K", "cs", "CS");
    private static final float INEXACT = 0.01f;

    private final PDPage page;
    private int images;
    private boolean marked;
    private @Nullable PDImageXObject image;
    private @Nullable Matrix place;

    ScannedPage(PDPage page) {
        this.page = page;
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new Concatenate(this));
    }

    /** The image, stored as a JPEG file is; empty when there is more to the page, or the image stands otherwise. */
    Optional<PDImageXObject> jpeg() throws IOException {
        if (page.getRotation() != 0 || !page.getAnnotations().isEmpty()) {
            return Optional.empty();
        }
        processPage(page);
        return images == 1 && !marked && image != null && place != null && fills(place) && isPlainJpeg(image)
                ? Optional.of(image)
                : Optional.empty();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        Stopped.check();
        marked |= !HARMLESS.contains(operator.getName());
        if (operator.getName().equals("Do")) {
            note(operands);
        } else {
            super.processOperator(operator, operands);
        }
    }

    private void note(List<COSBase> operands) throws IOException {
        images++;
        if (images == 1
                && operands.size() == 1
                && operands.get(0) instanceof COSName name
                && getResources().getXObject(name) instanceof PDImageXObject found) {
            image = found;
            place = getGraphicsState().getCurrentTransformationMatrix();
        }
    }

    private boolean fills(Matrix at) {
        PDRectangle box = page.getCropBox();
        float slackX = INEXACT * box.getWidth();
        float slackY = INEXACT * box.getHeight();
        return Math.abs(at.getShearX()) < slackX
                && Math.abs(at.getShearY()) < slackY
                && Math.abs(at.getTranslateX() - box.getLowerLeftX()) < slackX
                && Math.abs(at.getTranslateY() - box.getLowerLeftY()) < slackY
                && Math.abs(at.getScaleX() - box.getWidth()) < slackX
                && Math.abs(at.getScaleY() - box.getHeight()) < slackY;
    }

    private static boolean isPlainJpeg(PDImageXObject image) throws IOException {
        var stream = image.getCOSObject();
        COSBase filter = stream.getDictionaryObject(COSName.FILTER);
        boolean jpeg = filter instanceof COSArray filters
                ? filters.size() == 1 && COSName.DCT_DECODE.equals(filters.getObject(0))
                : COSName.DCT_DECODE.equals(filter);
        return jpeg
                && !image.isStencil()
                && stream.getDictionaryObject(COSName.SMASK) == null
                && stream.getDictionaryObject(COSName.MASK) == null
                && stream.getDictionaryObject(COSName.DECODE) == null
                && List.of(COSName.DEVICEGRAY.getName(), COSName.DEVICERGB.getName()).contains(image.getColorSpace().getName());
    }
}

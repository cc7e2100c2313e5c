package io.fumikura.read.pdf;

import java.awt.geom.Point2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** From a page's own coordinates to those of the page as displayed: cropped, turned, with the origin in the top left corner. */
final class PageFrame {

    private static final PDRectangle A4 = PDRectangle.A4;

    private final PDRectangle crop;
    private final int rotation;

    PageFrame(PDPage page) {
        PDRectangle box = page.getCropBox();
        crop = box.getWidth() > 0 && box.getHeight() > 0 ? box : A4;
        rotation = Math.floorMod(page.getRotation(), 360);
    }

    double width() {
        return rotation % 180 == 0 ? crop.getWidth() : crop.getHeight();
    }

    double height() {
        return rotation % 180 == 0 ? crop.getHeight() : crop.getWidth();
    }

    Point2D.Double display(double pageX, double pageY) {
        double x = pageX - crop.getLowerLeftX();
        double y = pageY - crop.getLowerLeftY();
        return switch (rotation) {
            case 90 -> new Point2D.Double(y, x);
            case 180 -> new Point2D.Double(crop.getWidth() - x, y);
            case 270 -> new Point2D.Double(crop.getHeight() - y, crop.getWidth() - x);
            default -> new Point2D.Double(x, crop.getHeight() - y);
        };
    }

    /** Whether any of the glyph can be seen. */
    boolean shows(Glyph glyph) {
        return glyph.right() > 0 && glyph.bottom() > 0 && glyph.left() < width() && glyph.top() < height();
    }
}

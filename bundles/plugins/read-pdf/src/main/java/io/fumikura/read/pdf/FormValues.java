package io.fumikura.read.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.jspecify.annotations.Nullable;

/** Text that stands on a page without being part of its content: notes that show, stamps, values of form fields. */
final class FormValues {

    private static final int MOST_ANNOTATIONS = 20_000;
    private static final double LARGEST = 12;

    private FormValues() {}

    static void collect(PDPage page, GlyphCollector collector) throws IOException {
        List<PDAnnotation> annotations = page.getAnnotations();
        for (PDAnnotation annotation : annotations.subList(0, Math.min(annotations.size(), MOST_ANNOTATIONS))) {
            if (annotation.isHidden() || annotation.isNoView() || annotation instanceof PDAnnotationPopup) {
                continue;
            }
            PDAppearanceStream appearance = annotation.getNormalAppearanceStream();
            if (appearance != null) {
                collector.showAnnotation(annotation);
            } else if (annotation instanceof PDAnnotationWidget && annotation.getRectangle() != null) {
                String value = value(annotation.getCOSObject());
                if (value != null) {
                    spread(value, annotation.getRectangle(), collector);
                }
            }
        }
    }

    private static @Nullable String value(COSDictionary field) {
        COSDictionary node = field;
        for (int depth = 0; node != null && depth < 20; depth++) {
            COSBase value = node.getDictionaryObject(COSName.V);
            if (value instanceof COSString text) {
                return text.getString();
            }
            node = node.getCOSDictionary(COSName.PARENT);
        }
        return null;
    }

    /** A value that the viewer has yet to draw: letters side by side from the left edge of the field. */
    private static void spread(String value, PDRectangle place, GlyphCollector collector) {
        var a = collector.frame().display(place.getLowerLeftX(), place.getLowerLeftY());
        var b = collector.frame().display(place.getUpperRightX(), place.getUpperRightY());
        var origin = new Point2D.Double(Math.min(a.x, b.x), Math.min(a.y, b.y));
        String[] lines = value.split("\\R");
        double step = Math.min(Math.abs(a.y - b.y) / lines.length, LARGEST * 1.2);
        double size = step / 1.2;
        for (int row = 0; row < lines.length; row++) {
            double advance = Math.min(size, Math.abs(a.x - b.x) / Math.max(1, lines[row].length()));
            double top = origin.y + row * step;
            for (int i = 0; i < lines[row].length(); i++) {
                double left = origin.x + i * advance;
                collector.add(new Glyph(
                        lines[row].substring(i, i + 1), left, top, left + advance, top + size, size, Direction.RIGHT));
            }
        }
    }
}

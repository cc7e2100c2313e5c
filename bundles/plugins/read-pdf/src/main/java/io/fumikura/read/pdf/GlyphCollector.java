package io.fumikura.read.pdf;

import io.fumikura.pdf.Guard.Stopped;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Runs a page's content and notes each glyph with its place. What it noted before a fault in the content stays. */
final class GlyphCollector extends PDFStreamEngine {

    static final int MOST_GLYPHS = 1_000_000;

    private static final GlyphList GLYPH_NAMES = glyphNames();

    private final Layers layers;
    private final Map<PDFont, double[]> extents = new IdentityHashMap<>();
    private final List<Glyph> glyphs = new ArrayList<>();
    private PageFrame frame;
    private int unknown;
    private int depth;
    private int hiddenFrom = Integer.MAX_VALUE;

    GlyphCollector(Layers layers, PDPage page) {
        this.layers = layers;
        frame = new PageFrame(page);
        for (OperatorProcessor operator : operators()) {
            addOperator(operator);
        }
    }

    private List<OperatorProcessor> operators() {
        return List.of(
                new BeginText(this),
                new EndText(this),
                new Concatenate(this),
                new DrawObject(this),
                new SetGraphicsStateParameters(this),
                new Save(this),
                new Restore(this),
                new NextLine(this),
                new SetCharSpacing(this),
                new MoveText(this),
                new MoveTextSetLeading(this),
                new SetFontAndSize(this),
                new ShowText(this),
                new ShowTextAdjusted(this),
                new SetTextLeading(this),
                new SetMatrix(this),
                new SetTextRenderingMode(this),
                new SetTextRise(this),
                new SetWordSpacing(this),
                new SetTextHorizontalScaling(this),
                new ShowTextLine(this),
                new ShowTextLineAndSpace(this),
                new BeginMarkedContentSequence(this),
                new BeginMarkedContentSequenceWithProperties(this),
                new EndMarkedContentSequence(this));
    }

    private static GlyphList glyphNames() {
        try (InputStream more =
                GlyphList.class.getResourceAsStream("/org/apache/pdfbox/resources/glyphlist/additional.txt")) {
            return more == null
                    ? GlyphList.getAdobeGlyphList()
                    : new GlyphList(GlyphList.getAdobeGlyphList(), more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PageFrame frame() {
        return frame;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    void add(Glyph glyph) {
        if (glyphs.size() >= MOST_GLYPHS) {
            throw new IllegalStateException("more than " + MOST_GLYPHS + " characters on a page");
        }
        if (frame.shows(glyph)) {
            glyphs.add(glyph);
        }
    }

    /** Whether most of the text has no meaning: a font without a way to Unicode. Then the page is better recognised from its image. */
    boolean isUnreadable() {
        return unknown > glyphs.size();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        Stopped.check();
        super.processOperator(operator, operands);
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        depth++;
        if (COSName.OC.equals(tag) && layers.hides(properties)) {
            hiddenFrom = Math.min(hiddenFrom, depth);
        }
    }

    @Override
    public void endMarkedContentSequence() {
        if (depth == hiddenFrom) {
            hiddenFrom = Integer.MAX_VALUE;
        }
        depth--;
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (!layers.hides(form.getCOSObject().getCOSDictionary(COSName.OC))) {
            super.showForm(form);
        }
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        if (!layers.hides(form.getCOSObject().getCOSDictionary(COSName.OC))) {
            super.showTransparencyGroup(form);
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        Stopped.check();
        if (hiddenFrom != Integer.MAX_VALUE) {
            return;
        }
        String text = unicode(font, code);
        if (text == null) {
            unknown++;
            return;
        }
        double[] extent = extents.computeIfAbsent(font, GlyphCollector::extent);
        double width = font.isVertical() ? font.getWidth(code) / 1000 : displacement.getX();
        var corners = new Point2D.Double[] {
            display(matrix, 0, extent[0]), display(matrix, width, extent[0]),
            display(matrix, 0, extent[1]), display(matrix, width, extent[1])
        };
        add(glyph(text, corners, font.isVertical(), extent[1] - extent[0]));
    }

    private Point2D.Double display(Matrix matrix, double x, double y) {
        Point2D.Float point = matrix.transformPoint((float) x, (float) y);
        return frame.display(point.x, point.y);
    }

    private static Glyph glyph(String text, Point2D.Double[] corners, boolean vertical, double extent) {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (var corner : corners) {
            left = Math.min(left, corner.x);
            right = Math.max(right, corner.x);
            top = Math.min(top, corner.y);
            bottom = Math.max(bottom, corner.y);
        }
        // From the top of the glyph to its bottom in the display; a line runs at a right angle to it.
        double downX = corners[0].x - corners[2].x;
        double downY = corners[0].y - corners[2].y;
        var direction = vertical ? Direction.of(downX, downY) : Direction.of(downY, -downX);
        return new Glyph(text, left, top, right, bottom, Math.hypot(downX, downY) / extent, direction);
    }

    private static @Nullable String unicode(PDFont font, int code) throws IOException {
        String text = font.toUnicode(code, GLYPH_NAMES);
        if (text == null && font instanceof PDSimpleFont && !(font instanceof PDType3Font)) {
            text = String.valueOf((char) code);
        }
        if (text == null || text.isEmpty()) {
            return null;
        }
        char first = text.charAt(0);
        return first == '\ufffd' || first < ' ' || (first >= 0x7f && first < 0xa0) ? null : plain(text);
    }

    /** Ligatures of Latin letters become the letters, so that words are found. */
    private static String plain(String text) {
        return switch (text) {
            case "\ufb00" -> "ff";
            case "\ufb01" -> "fi";
            case "\ufb02" -> "fl";
            case "\ufb03" -> "ffi";
            case "\ufb04" -> "ffl";
            case "\ufb05", "\ufb06" -> "st";
            case "\u00ad" -> "-";
            default -> text;
        };
    }

    /** Descent and ascent in text space, as far as the font's own figures can be believed. */
    private static double[] extent(PDFont font) {
        PDFontDescriptor descriptor = font.getFontDescriptor();
        double ascent = descriptor == null ? 0 : descriptor.getAscent() / 1000;
        double descent = descriptor == null ? 0 : descriptor.getDescent() / 1000;
        boolean sane = ascent >= 0.6 && ascent <= 1.0 && descent <= -0.05 && descent >= -0.35;
        return font.isVertical() || !sane ? new double[] {-0.12, 0.88} : new double[] {descent, ascent};
    }
}

package io.fumikura.core.internal.people;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.people.SealDrawing;
import io.fumikura.people.SealDrawing.Shape;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Draws seals from names: characters stretched into the cells of columns from right to left, as they are cut. */
final class SealPainter {

    private static final int SIZE = 480;
    private static final int STROKE = 16;
    private static final Color VERMILION = new Color(0xC8, 0x28, 0x1E);
    private static final int LONGEST = 12;
    private static final int LONGEST_HEADING = 8;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy.MM.dd", Locale.ROOT);
    /** Those with the rare forms of names first. */
    private static final List<String> FAMILIES = List.of(
            "IPAmjMincho", "Noto Serif CJK JP", "Source Han Serif JP", "IPAexMincho", "IPAMincho", "Yu Mincho", "Hiragino Mincho ProN",
            "Noto Sans CJK JP", "IPAexGothic", "IPAGothic", Font.SERIF);

    private SealPainter() {}

    /** @throws PlatformException {@code seal.text}; {@code seal.glyph} */
    static BufferedImage paint(SealDrawing drawing) {
        int[] text = letters(drawing.text(), 1, LONGEST);
        int[] heading = letters(drawing.heading(), 0, LONGEST_HEADING);
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(VERMILION);
            border(graphics, drawing.shape());
            if (drawing.date().isPresent()) {
                dated(graphics, drawing.shape(), heading, DATE.format(drawing.date().get()).codePoints().toArray(), text);
            } else {
                columns(graphics, drawing.shape(), text);
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static int[] letters(String typed, int least, int most) {
        int[] letters = typed.strip().codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
        if (letters.length < least || letters.length > most) {
            throw new PlatformException(
                    Category.INVALID, "seal.text", "A seal's text has 1 to 12 characters, a heading at most 8.");
        }
        return letters;
    }

    private static void border(Graphics2D graphics, Shape shape) {
        graphics.setStroke(new BasicStroke(STROKE));
        double edge = STROKE / 2.0 + 2;
        double side = SIZE - 2 * edge;
        graphics.draw(
                shape == Shape.ROUND ? new Ellipse2D.Double(edge, edge, side, side) : new RoundRectangle2D.Double(edge, edge, side, side, 40, 40));
    }

    private static void columns(Graphics2D graphics, Shape shape, int[] text) {
        int columns = text.length <= 3 ? 1 : text.length <= 6 ? 2 : 3;
        int rows = (text.length + columns - 1) / columns;
        double height = SIZE * (shape == Shape.ROUND ? 0.74 : 0.84);
        double width = shape == Shape.SQUARE ? height : SIZE * (columns == 1 ? 0.44 : 0.62);
        for (int i = 0; i < text.length; i++) {
            double x = (SIZE + width) / 2 - width / columns * (i / rows + 1);
            double y = (SIZE - height) / 2 + height / rows * (i % rows);
            letter(graphics, text[i], new Rectangle2D.Double(x, y, width / columns, height / rows));
        }
    }

    private static void dated(Graphics2D graphics, Shape shape, int[] heading, int[] date, int[] text) {
        double inset = shape == Shape.ROUND ? STROKE * 1.6 : STROKE;
        graphics.setStroke(new BasicStroke(STROKE * 0.6f));
        for (double y : new double[] {SIZE * 0.39, SIZE * 0.61}) {
            graphics.draw(new Line2D.Double(inset, y, SIZE - inset, y));
        }
        double narrow = SIZE * (shape == Shape.ROUND ? 0.54 : 0.78);
        line(graphics, heading, new Rectangle2D.Double((SIZE - narrow) / 2, SIZE * 0.15, narrow, SIZE * 0.19));
        line(graphics, date, new Rectangle2D.Double(SIZE * 0.08, SIZE * 0.42, SIZE * 0.84, SIZE * 0.16));
        line(graphics, text, new Rectangle2D.Double((SIZE - narrow) / 2, SIZE * 0.66, narrow, SIZE * 0.19));
    }

    private static void line(Graphics2D graphics, int[] text, Rectangle2D place) {
        double width = text.length == 0 ? 0 : Math.min(place.getWidth() / text.length, place.getHeight() * 1.1);
        double start = place.getCenterX() - width * text.length / 2;
        for (int i = 0; i < text.length; i++) {
            letter(graphics, text[i], new Rectangle2D.Double(start + width * i, place.getY(), width, place.getHeight()));
        }
    }

    /** Ideographs and kana fill their cell; others keep their proportions. */
    private static void letter(Graphics2D graphics, int letter, Rectangle2D cell) {
        Font font = font(letter).deriveFont(Font.BOLD, 200f);
        java.awt.Shape outline = font.createGlyphVector(new FontRenderContext(null, true, true), Character.toString(letter)).getOutline();
        Rectangle2D bounds = outline.getBounds2D();
        if (bounds.isEmpty()) {
            return;
        }
        double x = cell.getWidth() * 0.9 / Math.max(bounds.getWidth(), 60);
        double y = cell.getHeight() * 0.9 / Math.max(bounds.getHeight(), 60);
        boolean stretched = Character.isIdeographic(letter);
        double scaleX = stretched ? x : Math.min(x, y);
        double scaleY = stretched ? y : Math.min(x, y);
        var place = AffineTransform.getTranslateInstance(cell.getCenterX(), cell.getCenterY());
        place.scale(scaleX, scaleY);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        graphics.fill(place.createTransformedShape(outline));
    }

    private static Font font(int letter) {
        return fonts()
                .filter(font -> font.canDisplay(letter) && font.createGlyphVector(new FontRenderContext(null, true, true), Character.toString(letter)).getGlyphCode(0) != font.getMissingGlyphCode())
                .findFirst()
                .orElseThrow(() -> new PlatformException(
                        Category.REFUSED,
                        "seal.glyph",
                        "No installed font has the character " + Character.toString(letter) + ". Upload an image of the seal instead.",
                        Map.of("characters", Character.toString(letter)),
                        null));
    }

    private static Stream<Font> fonts() {
        Set<String> installed = Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
        Stream<String> known = FAMILIES.stream().filter(installed::contains);
        Stream<String> others = Arrays.stream(installed.toArray(String[]::new)).sorted().filter(name -> !FAMILIES.contains(name));
        return Stream.concat(known, others).map(name -> new Font(name, Font.PLAIN, 200));
    }
}

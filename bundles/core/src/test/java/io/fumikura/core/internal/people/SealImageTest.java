package io.fumikura.core.internal.people;

import static io.fumikura.core.internal.people.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.people.SealDrawing;
import io.fumikura.people.SealDrawing.Shape;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealImageTest {

    private static boolean hasFontFor(String text) {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .map(font -> font.deriveFont(Font.PLAIN, 12))
                .anyMatch(font -> font.canDisplayUpTo(text) < 0);
    }

    private static SealDrawing plain(String text, Shape shape) {
        return new SealDrawing(text, shape, Optional.empty(), "");
    }

    /** Share of the middle of the image that is inked. */
    private static double ink(BufferedImage image, int left, int top, int right, int bottom) {
        int inked = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                inked += image.getRGB(x, y) >>> 24 > 128 ? 1 : 0;
            }
        }
        return (double) inked / ((right - left) * (bottom - top));
    }

    @ParameterizedTest
    @ValueSource(strings = {"佐藤", "髙橋", "山﨑", "𠮷田", "渡邉", "長谷川", "勅使河原", "Smith"})
    void drawsNamesAlsoWithRareCharacters(String name) {
        Assumptions.assumeTrue(hasFontFor(name), "No font has the characters of " + name);
        for (Shape shape : Shape.values()) {
            BufferedImage seal = SealPainter.paint(plain(name, shape));
            assertThat(ink(seal, 120, 60, 360, 420)).as(name + " " + shape).isBetween(0.05, 0.9);
            assertThat(seal.getRGB(shape == Shape.ROUND ? 3 : 470, 3) >>> 24).as("a corner outside of the border").isLessThan(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatedSealHasThreeLines(Shape shape) {
        Assumptions.assumeTrue(hasFontFor("法務部山田"), "No Japanese font");
        BufferedImage seal = SealPainter.paint(new SealDrawing("山田", shape, Optional.of(LocalDate.of(2026, 4, 1)), "法務部"));
        assertThat(ink(seal, 160, 75, 320, 160)).as("heading").isGreaterThan(0.05);
        assertThat(ink(seal, 60, 205, 420, 275)).as("date").isGreaterThan(0.05);
        assertThat(ink(seal, 160, 320, 320, 405)).as("name").isGreaterThan(0.05);
    }

    @Test
    void saysWhichCharacterNoFontHas() {
        String nobodys = Character.toString(0x10FFFD);
        assertThat(refusal(() -> SealPainter.paint(plain("山" + nobodys, Shape.ROUND)))).isEqualTo("seal.glyph");
        assertThat(refusal(() -> SealPainter.paint(plain(" ", Shape.ROUND)))).isEqualTo("seal.text");
        assertThat(refusal(() -> SealPainter.paint(plain("一二三四五六七八九十一二三", Shape.ROUND)))).isEqualTo("seal.text");
    }

    private static InputStream file(String format, int width, int height) throws Exception {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(0xC8281E));
        graphics.fillRect(width / 4, height / 4, width / 2, height / 2);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void takesImagesAndMakesPaperTransparentWhenWishedFor(String format) throws Exception {
        BufferedImage seal = SealImage.read(file(format, 1000, 500), true);
        assertThat(seal.getWidth()).isEqualTo(480);
        assertThat(seal.getHeight()).isEqualTo(240);
        assertThat(seal.getRGB(5, 5) >>> 24).as("paper").isZero();
        assertThat(seal.getRGB(240, 120) >>> 24).as("ink").isEqualTo(255);
        assertThat(SealImage.read(file(format, 100, 100), false).getRGB(2, 2) >>> 24).as("paper that stays").isEqualTo(255);
        assertThat(ImageIO.read(new ByteArrayInputStream(SealImage.png(seal))).getWidth()).isEqualTo(480);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void takesTheLargestImagesSeveralAtOnce(String format) throws Exception {
        byte[] large = file(format, 4000, 3000).readAllBytes();
        String[] answers = new String[10];
        Arrays.parallelSetAll(answers, i -> refusal(() -> {
            BufferedImage seal = SealImage.read(new ByteArrayInputStream(large), true);
            assertThat(seal.getWidth()).isEqualTo(480);
            assertThat(seal.getHeight()).isEqualTo(360);
            assertThat(seal.getRGB(5, 5) >>> 24).as("paper").isZero();
            assertThat(seal.getRGB(240, 180) >>> 24).as("ink").isEqualTo(255);
        }));
        assertThat(answers).containsOnly("done");
    }

    @Test
    void refusesWhatIsNoImageOrTooLarge() throws Exception {
        assertThat(refusal(() -> SealImage.read(new ByteArrayInputStream("<svg/>".getBytes()), true))).isEqualTo("seal.image");
        assertThat(refusal(() -> SealImage.read(new ByteArrayInputStream(new byte[0]), true))).isEqualTo("seal.image");
        byte[] cut = Arrays.copyOf(file("png", 200, 200).readAllBytes(), 60);
        assertThat(refusal(() -> SealImage.read(new ByteArrayInputStream(cut), true))).isEqualTo("seal.image");
        assertThat(refusal(() -> SealImage.read(file("bmp", 50, 50), true))).isEqualTo("seal.image");
        assertThat(refusal(() -> SealImage.read(file("png", 4001, 20), true))).isEqualTo("seal.too-large");
        assertThat(refusal(() -> SealImage.read(new ByteArrayInputStream(new byte[1024 * 1024 + 1]), true))).isEqualTo("seal.too-large");
    }
}

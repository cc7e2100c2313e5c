package io.fumikura.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePagesTest {

    @TempDir
    Path folder;

    /** The stored image is red in its top left quarter; where is red on the page, by the table of EXIF orientations? */
    @ParameterizedTest
    @CsvSource({
        "1, left, top", "2, right, top", "3, right, bottom", "4, left, bottom",
        "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"
    })
    void standsUprightAsTheCameraHeldIt(int orientation, String side, String end) throws Exception {
        Path path = withOrientation(orientation);
        try (Renderer.Pages pages = ImagePages.open(path, MediaType.JPEG)) {
            assertThat(pages.size(1).width() > pages.size(1).height()).isEqualTo(orientation < 5);
            pages.draw(1, 400, Renderer.ImageFormat.PNG, folder.resolve("out.png"));
        }
        BufferedImage drawn = ImageIO.read(folder.resolve("out.png").toFile());
        int x = side.equals("left") ? 20 : drawn.getWidth() - 20;
        int y = end.equals("top") ? 20 : drawn.getHeight() - 20;
        assertThat(isRed(drawn, x, y)).isTrue();
        assertThat(isRed(drawn, drawn.getWidth() - x, drawn.getHeight() - y)).isFalse();
    }

    @Test
    void refusesABombBeforeDecodingIt() throws Exception {
        Path bomb = folder.resolve("bomb.png");
        Files.write(bomb, pngHeader(40_000, 20_000));
        try (Renderer.Pages pages = ImagePages.open(bomb, MediaType.PNG)) {
            assertThatThrownBy(() -> pages.draw(1, 800, Renderer.ImageFormat.JPEG, folder.resolve("out.jpg")))
                    .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT))
                    .hasMessageContaining("40000 × 20000");
        }
    }

    @Test
    void drawsTransparencyOnWhite() throws Exception {
        Path path = folder.resolve("clear.png");
        ImageIO.write(new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB), "png", path.toFile());
        try (Renderer.Pages pages = ImagePages.open(path, MediaType.PNG)) {
            pages.draw(1, 100, Renderer.ImageFormat.JPEG, folder.resolve("out.jpg"));
        }
        assertThat(new Color(ImageIO.read(folder.resolve("out.jpg").toFile()).getRGB(50, 50))).isEqualTo(Color.WHITE);
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var color = new Color(image.getRGB(x, y));
        return color.getRed() > 200 && color.getBlue() < 60;
    }

    private Path withOrientation(int orientation) throws Exception {
        var image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 300, 200);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 150, 100);
        graphics.dispose();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeShort(0xffd8);
        out.writeShort(0xffe1);
        out.writeShort(2 + 6 + 8 + 2 + 12 + 4);
        out.write("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1));
        out.writeInt(8);
        out.writeShort(1);
        out.writeShort(Orientation.TAG);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(orientation);
        out.writeShort(0);
        out.writeInt(0);
        out.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return Files.write(folder.resolve("photo.jpg"), bytes.toByteArray());
    }

    private static byte[] pngHeader(int width, int height) throws Exception {
        var header = new ByteArrayOutputStream();
        var data = new DataOutputStream(header);
        data.writeBytes("IHDR");
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {1, 0, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.toByteArray());
        var png = new ByteArrayOutputStream();
        var out = new DataOutputStream(png);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        out.writeInt(13);
        out.write(header.toByteArray());
        out.writeInt((int) crc.getValue());
        return png.toByteArray();
    }
}

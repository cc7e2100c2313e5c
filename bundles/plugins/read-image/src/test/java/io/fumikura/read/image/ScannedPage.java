package io.fumikura.read.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Makes pages as a scanner gives them: A4 at 200 dpi, turned by a degree, noisy, as a JPEG of quality 60. */
final class ScannedPage {

    static final List<String> JAPANESE = List.of(
            "業務委託基本契約書",
            "株式会社青葉商事（以下「甲」という。）と株式会社若草システム",
            "（以下「乙」という。）は、甲が乙に委託する業務に関し、次のとおり",
            "契約を締結する。",
            "第１条（目的）甲は、情報システムの保守業務を乙に委託し、乙はこれを",
            "受託する。",
            "第２条（委託料）委託料は月額金３５０，０００円（消費税別）とする。",
            "第３条（期間）本契約の有効期間は、２０２４年４月１日から２０２５年",
            "３月３１日までとする。期間満了の３か月前までに書面による申出がない",
            "ときは、同一条件でさらに１年間更新されるものとし、以後も同様とする。",
            "第４条（管轄）本契約に関する紛争は、東京地方裁判所を第一審の専属的",
            "合意管轄裁判所とする。",
            "令和６年３月２５日");

    static final List<String> ENGLISH = List.of(
            "SERVICE AGREEMENT",
            "This Service Agreement is made as of March 25, 2024 between Greenleaf",
            "Trading Ltd. and Riverside Systems Inc. The initial term of this Agreement",
            "is two (2) years and renews automatically for successive periods of one",
            "(1) year unless either party gives notice of ninety (90) days.",
            "The total fee is USD 48,500.00 payable within 30 days of invoice.");

    private ScannedPage() {}

    static Optional<Font> font() {
        GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
        return Arrays.stream(environment.getAvailableFontFamilyNames())
                .filter(name -> name.matches("(Noto (Serif|Sans) CJK JP|IPAexMincho|IPAMincho|IPAGothic)"))
                .findFirst()
                .map(name -> new Font(name, Font.PLAIN, 30));
    }

    static BufferedImage horizontal(Font font, List<String> lines) {
        BufferedImage page = blank();
        Graphics2D graphics = pen(page, font);
        int y = 220;
        for (String line : lines) {
            graphics.drawString(line, 180, y);
            y += 62;
        }
        graphics.dispose();
        return page;
    }

    static BufferedImage vertical(Font font, List<String> lines) {
        BufferedImage page = blank();
        Graphics2D graphics = pen(page, font);
        int x = 1400;
        for (String line : lines) {
            int y = 220;
            for (char letter : line.replaceAll("[（）「」、。，]", "").toCharArray()) {
                graphics.drawString(String.valueOf(letter), x, y);
                y += 36;
            }
            x -= 66;
        }
        graphics.dispose();
        return page;
    }

    static void writeDegraded(BufferedImage page, Path target) throws IOException {
        BufferedImage scan = blank();
        Graphics2D graphics = scan.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(
                page,
                AffineTransform.getRotateInstance(Math.toRadians(1), page.getWidth() / 2.0, page.getHeight() / 2.0),
                null);
        graphics.dispose();
        var random = new Random(20240325);
        for (int y = 0; y < scan.getHeight(); y++) {
            for (int x = 0; x < scan.getWidth(); x++) {
                int level = (scan.getRGB(x, y) & 0xff) + (int) (random.nextGaussian() * 18);
                int clipped = Math.max(0, Math.min(255, level));
                scan.setRGB(x, y, new Color(clipped, clipped, clipped).getRGB());
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0.6f);
        try (var out = ImageIO.createImageOutputStream(target.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(scan, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage blank() {
        var page = new BufferedImage(1654, 2339, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.dispose();
        return page;
    }

    private static Graphics2D pen(BufferedImage page, Font font) {
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.BLACK);
        graphics.setFont(font);
        return graphics;
    }
}

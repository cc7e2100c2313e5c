package io.fumikura.read.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.Folding;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import io.fumikura.testkit.ContentReaderContract;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TesseractReaderTest extends ContentReaderContract {

    private static TesseractReader reader;
    private static Font font;

    @TempDir
    Path pages;

    @BeforeAll
    static void start() throws IOException {
        reader = new TesseractReader(config(Files.createTempDirectory("ocr-test"), 55));
        font = ScannedPage.font().orElse(null);
        assumeThat(reader.score(MediaType.PNG)).as("Tesseract with Japanese is installed").isPresent();
        assumeThat(font).as("a Japanese font is installed").isNotNull();
    }

    @AfterAll
    static void stop() {
        reader.stop();
    }

    @Override
    protected ContentReader reader() {
        return reader;
    }

    @Override
    protected SourceFile sample(Path folder) throws IOException {
        Path file = folder.resolve("page.png");
        ImageIO.write(ScannedPage.horizontal(font, ScannedPage.JAPANESE), "png", file.toFile());
        return source(file, MediaType.PNG);
    }

    @Override
    protected String sampleText() {
        return "株式会社青葉商事";
    }

    @Test
    void readsADegradedJapaneseScan() throws Exception {
        double rate = errorRate(ScannedPage.JAPANESE, degraded(ScannedPage.horizontal(font, ScannedPage.JAPANESE)));
        System.out.printf("character error rate, Japanese scan (200 dpi, 1°, JPEG 60, noise): %.1f %%%n", rate * 100);
        assertThat(rate).isLessThan(0.06);
    }

    @Test
    void readsADegradedVerticalScan() throws Exception {
        List<String> lines = ScannedPage.JAPANESE.stream()
                .map(line -> line.replaceAll("[（）「」、。，]", ""))
                .toList();
        double rate = errorRate(lines, degraded(ScannedPage.vertical(font, ScannedPage.JAPANESE)));
        System.out.printf("character error rate, vertical scan (200 dpi, 1°, JPEG 60, noise): %.1f %%%n", rate * 100);
        assertThat(rate).isLessThan(0.12);
    }

    @Test
    void readsADegradedEnglishScan() throws Exception {
        double rate = errorRate(ScannedPage.ENGLISH, degraded(ScannedPage.horizontal(font, ScannedPage.ENGLISH)));
        System.out.printf("character error rate, English scan (200 dpi, 1°, JPEG 60, noise): %.1f %%%n", rate * 100);
        assertThat(rate).isLessThan(0.05);
    }

    @Test
    void readsAJapanesePageAmongEnglishOnes() throws Exception {
        PageText english = degraded(ScannedPage.horizontal(font, ScannedPage.ENGLISH));
        PageText japanese = degraded(ScannedPage.horizontal(font, ScannedPage.JAPANESE));
        PageText again = degraded(ScannedPage.horizontal(font, ScannedPage.ENGLISH));
        assertThat(squeeze(japanese.folded())).contains("株式会社");
        assertThat(again.text()).isEqualTo(english.text());
    }

    @Test
    void everyCharacterHasItsPlaceAndConfidence() throws Exception {
        PageText page = read(sample(pages));
        assertThat(page.source()).isEqualTo(TextSource.OCR);
        for (int i = 0; i < page.text().length(); i++) {
            if (!Character.isWhitespace(page.text().charAt(i))) {
                assertThat(page.box(i).isNone()).isFalse();
            }
        }
        int title = page.text().indexOf("契約書");
        assertThat(page.box(title).top()).isBetween(0.07f, 0.10f);
    }

    @Test
    void refusesADamagedImage() throws IOException {
        Path file = pages.resolve("broken.png");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        assertReason(source(file, MediaType.PNG), Reason.CORRUPT);
    }

    @Test
    void refusesAPixelBombBeforeDecodingIt() throws IOException {
        Path file = pages.resolve("bomb.png");
        Files.write(file, pngHeader(60_000, 60_000));
        assertReason(source(file, MediaType.PNG), Reason.LIMIT);
    }

    @Test
    void goesOnAfterAWorkerWasKilled() throws Exception {
        read(sample(pages));
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("OcrProgram"))
                .forEach(ProcessHandle::destroyForcibly);
        assertThat(read(sample(pages)).text()).contains("契約書");
    }

    @Test
    void aPageThatTakesTooLongFailsItself() throws Exception {
        var impatient = new TesseractReader(config(Files.createTempDirectory("ocr-test"), 0));
        try {
            assertThatThrownBy(() -> impatient.read(sample(pages), page -> {}))
                    .isInstanceOfSatisfying(
                            DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT));
        } finally {
            impatient.stop();
        }
    }

    private void assertReason(SourceFile file, Reason reason) {
        assertThatThrownBy(() -> reader.read(file, page -> {}))
                .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private PageText degraded(BufferedImage page) throws Exception {
        Path file = pages.resolve("scan.jpg");
        ScannedPage.writeDegraded(page, file);
        return read(source(file, MediaType.JPEG));
    }

    private static PageText read(SourceFile file) throws Exception {
        var read = new ArrayList<PageText>();
        reader.read(file, read::add);
        return read.get(0);
    }

    private static SourceFile source(Path file, MediaType type) {
        return new SourceFile(file, type, file.getFileName().toString(), Optional.empty());
    }

    /** Edit distance in relation to the truth's length, white space and width left out. */
    private static double errorRate(List<String> truth, PageText page) {
        String wanted = squeeze(String.join("", truth));
        String got = squeeze(page.folded());
        var before = new int[got.length() + 1];
        for (int j = 0; j <= got.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= wanted.length(); i++) {
            var row = new int[got.length() + 1];
            row[0] = i;
            for (int j = 1; j <= got.length(); j++) {
                int changed = before[j - 1] + (wanted.charAt(i - 1) == got.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return (double) before[got.length()] / wanted.length();
    }

    private static String squeeze(String text) {
        return Folding.fold(text).replaceAll("\\s", "");
    }

    private static byte[] pngHeader(int width, int height) {
        var chunk = ByteBuffer.allocate(17);
        chunk.put(new byte[] {'I', 'H', 'D', 'R'}).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
        var crc = new CRC32();
        crc.update(chunk.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13})
                .put(chunk.array())
                .putInt((int) crc.getValue())
                .array();
    }

    private static TesseractReader.Config config(Path folder, int seconds) {
        return new TesseractReader.Config() {
            @Override
            public String tessdata() {
                return "";
            }

            @Override
            public int workers() {
                return 2;
            }

            @Override
            public int page_seconds() {
                return seconds;
            }

            @Override
            public String folder() {
                return folder.toString();
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return TesseractReader.Config.class;
            }
        };
    }
}

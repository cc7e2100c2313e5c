package io.fumikura.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer;
import io.fumikura.document.spi.Renderer.Form;
import io.fumikura.document.spi.Renderer.ImageFormat;
import io.fumikura.document.spi.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Renderer} must keep. Extend it once for each form that your renderer does. */
public abstract class RendererContract {

    private static final long MOST_PIXELS = 100_000_000;

    @TempDir
    Path folder;

    private SourceFile file;

    /** The renderer under test. */
    protected abstract Renderer renderer();

    /** The form under test. */
    protected abstract Form form();

    /** Writes a good file into the empty folder and describes it. */
    protected abstract SourceFile sample(Path folder) throws Exception;

    @BeforeEach
    void writeSample() throws Exception {
        file = sample(Files.createDirectories(folder.resolve("sample")));
    }

    @Test
    void scoresItsOwnType() {
        assertThat(renderer().score(file.type(), form()).orElse(0)).isBetween(1, 100);
    }

    @Test
    void declinesTypesThatItDoesNotKnow() {
        for (Form form : Form.values()) {
            assertThat(renderer().score(new MediaType("application/x-no-such-type"), form)).isEmpty();
        }
    }

    @Test
    void refusesTheFormsThatItDeclines() {
        for (Form form : Form.values()) {
            if (renderer().score(file.type(), form).isEmpty()) {
                assertThatThrownBy(() -> make(form, file, "declined"))
                        .isInstanceOfSatisfying(
                                DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
            }
        }
    }

    @Test
    void makesAPdf() throws Exception {
        assumeForm(Form.PDF);
        Path target = folder.resolve("made.pdf");
        renderer().convert(file, target);
        assertThat(Files.readString(target, java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("%PDF-").contains("%%EOF");
    }

    @Test
    void drawsEachPageAtTheWidthAskedFor() throws Exception {
        assumeForm(Form.PAGES);
        try (Renderer.Pages pages = renderer().open(file)) {
            assertThat(pages.count()).isPositive();
            for (int page = 1; page <= pages.count(); page++) {
                for (ImageFormat format : ImageFormat.values()) {
                    assertDrawn(pages, page, 321, format);
                }
            }
        }
    }

    @Test
    void drawsNothingOverAHundredMillionPixels() throws Exception {
        assumeForm(Form.PAGES);
        try (Renderer.Pages pages = renderer().open(file)) {
            Renderer.Size size = pages.size(1);
            assumeThat(10_000.0 * 10_000 * size.height() / size.width()).as("pixels").isGreaterThan(MOST_PIXELS + 1e6);
            assertThatThrownBy(() -> pages.draw(1, 10_000, ImageFormat.PNG, folder.resolve("large.png")))
                    .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT));
        }
    }

    @Test
    void refusesPagesThatAreNotThere() throws Exception {
        assumeForm(Form.PAGES);
        try (Renderer.Pages pages = renderer().open(file)) {
            for (int page : new int[] {0, -1, pages.count() + 1}) {
                assertThat(catchThrowable(() -> pages.size(page))).isNotNull();
                assertThat(catchThrowable(() -> pages.draw(page, 100, ImageFormat.PNG, folder.resolve("no.png"))))
                        .isNotNull();
            }
        }
    }

    @Test
    void worksInSeveralThreadsAtOnceEachWithItsOwnPages() throws Exception {
        Renderer renderer = renderer();
        Together.run(i -> {
            Path own = Files.createDirectories(folder.resolve("thread" + i));
            SourceFile copy = sample(Files.createDirectories(own.resolve("sample")));
            if (form() == Form.PDF) {
                renderer.convert(copy, own.resolve("made.pdf"));
                assertThat(own.resolve("made.pdf")).isNotEmptyFile();
            } else {
                try (Renderer.Pages pages = renderer.open(copy)) {
                    pages.draw(1, 200, ImageFormat.PNG, own.resolve("page.png"));
                    assertThat(ImageIO.read(own.resolve("page.png").toFile()).getWidth()).isEqualTo(200);
                }
            }
            return i;
        });
    }

    @Test
    void leavesTheFileAsItWasAndClosesIt() throws Exception {
        byte[] before = Files.readAllBytes(file.path());
        make(form(), file, "closing");
        assertThat(file.path()).hasBinaryContent(before);
        assertThat(OpenFiles.of(file.path())).isZero();
    }

    @Test
    void closingTwiceIsNoError() throws Exception {
        assumeForm(Form.PAGES);
        Renderer.Pages pages = renderer().open(file);
        pages.close();
        assertThatCode(pages::close).doesNotThrowAnyException();
    }

    @Test
    void saysWhatIsWrongWithADamagedFileOrShowsWhatIsLeft() throws Exception {
        for (SourceFile damaged : DamagedFiles.of(file, Files.createDirectories(folder.resolve("damaged")))) {
            assertThatCode(() -> makeOrRefuse(damaged)).as("%s", damaged.name()).doesNotThrowAnyException();
            assertThat(OpenFiles.of(damaged.path())).as("%s", damaged.name()).isZero();
        }
    }

    private void assertDrawn(Renderer.Pages pages, int page, int width, ImageFormat format) throws Exception {
        Path target = folder.resolve(page + "." + format);
        pages.draw(page, width, format, target);
        byte[] start = Files.readAllBytes(target);
        assertThat((start[0] & 0xff) == 0x89 ? ImageFormat.PNG : ImageFormat.JPEG).isEqualTo(format);
        var image = ImageIO.read(target.toFile());
        Renderer.Size size = pages.size(page);
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat((double) image.getHeight()).isCloseTo(width * size.height() / size.width(), offset(1.5));
    }

    private void makeOrRefuse(SourceFile source) throws Exception {
        try {
            make(form(), source, source.name());
        } catch (DocumentException e) {
            Sentences.check(e.getMessage());
        }
    }

    private void make(Form form, SourceFile source, String name) throws Exception {
        if (form == Form.PDF) {
            renderer().convert(source, folder.resolve(name + ".pdf"));
        } else {
            try (Renderer.Pages pages = renderer().open(source)) {
                pages.draw(1, 100, ImageFormat.PNG, folder.resolve(name + ".png"));
            }
        }
    }

    private void assumeForm(Form form) {
        assumeThat(form()).isEqualTo(form);
    }
}

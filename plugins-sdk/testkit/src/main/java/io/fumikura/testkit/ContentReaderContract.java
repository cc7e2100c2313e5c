package io.fumikura.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link ContentReader} must keep. */
public abstract class ContentReaderContract {

    @TempDir
    Path folder;

    /** The reader under test. */
    protected abstract ContentReader reader();

    /** Writes a good file into the empty folder and describes it. It should have three pages or more where the type has pages. */
    protected abstract SourceFile sample(Path folder) throws Exception;

    /** A text that stands on one page of the sample; compared without white space. */
    protected abstract String sampleText();

    @Test
    void scoresItsOwnType() throws Exception {
        assertThat(reader().score(sample(folder).type()).orElse(0)).isBetween(1, 100);
    }

    @Test
    void declinesTypesThatItDoesNotKnow() {
        assertThat(reader().score(new MediaType("application/x-no-such-type"))).isEmpty();
    }

    @Test
    void handsOverPagesInOrderFromOne() throws Exception {
        List<PageText> pages = read(reader(), sample(folder));
        assertThat(pages).isNotEmpty();
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i).number()).isEqualTo(i + 1);
        }
    }

    @Test
    void findsTheSamplesText() throws Exception {
        assertThat(read(reader(), sample(folder)))
                .anySatisfy(page -> assertThat(squeeze(page.folded())).contains(squeeze(sampleText())));
    }

    @Test
    void whiteSpaceHasNoBoxAndConfidencesAreShares() throws Exception {
        for (PageText page : read(reader(), sample(folder))) {
            for (int i = 0; i < page.text().length(); i++) {
                if ("\n\t ".indexOf(page.text().charAt(i)) >= 0) {
                    assertThat(page.box(i)).isEqualTo(Box.NONE);
                }
                assertThat(page.confidence(i)).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void readsTheSameEachTimeAndInSeveralThreadsAtOnce() throws Exception {
        ContentReader reader = reader();
        List<String> once = texts(read(reader, sample(subfolder("once"))));
        var answers = Together.run(i -> texts(read(reader, sample(subfolder("thread" + i)))));
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(once));
    }

    @Test
    void leavesTheFileAsItWasAndClosesIt() throws Exception {
        SourceFile file = sample(folder);
        byte[] before = java.nio.file.Files.readAllBytes(file.path());
        read(reader(), file);
        assertThat(file.path()).hasBinaryContent(before);
        assertThat(OpenFiles.of(file.path())).isZero();
    }

    @Test
    void letsTheSinksRefusalPassAndStops() throws Exception {
        SourceFile file = sample(folder);
        var refusal = new DocumentException(Reason.LIMIT, "too many pages");
        var handedOver = new ArrayList<Integer>();
        assertThatThrownBy(() -> reader().read(file, page -> {
                    handedOver.add(page.number());
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(handedOver).containsExactly(1);
        assertThat(OpenFiles.of(file.path())).isZero();
    }

    @Test
    void saysWhatIsWrongWithADamagedFileOrReadsWhatIsLeft() throws Exception {
        for (SourceFile damaged : DamagedFiles.of(sample(subfolder("whole")), subfolder("damaged"))) {
            assertThatCode(() -> readOrRefuse(damaged)).as("%s", damaged.name()).doesNotThrowAnyException();
            assertThat(OpenFiles.of(damaged.path())).as("%s", damaged.name()).isZero();
        }
    }

    @Test
    void givesUpWhenInterrupted() throws Exception {
        SourceFile file = sample(folder);
        assumeThat(read(reader(), file)).as("pages of the sample").hasSizeGreaterThan(2);
        try {
            assertThatThrownBy(() -> reader().read(file, page -> Thread.currentThread().interrupt()))
                    .isInstanceOf(InterruptedException.class);
        } finally {
            Thread.interrupted();
        }
        assertThat(OpenFiles.of(file.path())).isZero();
    }

    private Path subfolder(String name) throws Exception {
        return java.nio.file.Files.createDirectories(folder.resolve(name));
    }

    private void readOrRefuse(SourceFile file) throws Exception {
        try {
            read(reader(), file);
        } catch (DocumentException e) {
            Sentences.check(e.getMessage());
        }
    }

    private static List<PageText> read(ContentReader reader, SourceFile file) throws Exception {
        var pages = new ArrayList<PageText>();
        reader.read(file, pages::add);
        return pages;
    }

    private static List<String> texts(List<PageText> pages) {
        return pages.stream().map(PageText::text).toList();
    }

    private static String squeeze(String text) {
        return text.replaceAll("[\\s　]+", "");
    }
}

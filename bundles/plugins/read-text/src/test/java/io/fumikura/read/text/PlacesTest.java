package io.fumikura.read.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text's boxes and the drawn preview come from one layout. */
class PlacesTest {

    private static final String LETTER =
            """
            業務委託契約書
            1.\tFee:\t3,300,000円 × 12 months ± 5 § 2 … “quoted” ①ｱｲｳ
            株式会社青葉商事（以下「甲」という。）と株式会社文蔵（以下「乙」という。）は、\
            次のとおり契約を締結する。契約期間は2026年4月1日から2027年3月31日までとし、期間満了の三か月前までに申出がないときは更新する。
            The Supplier shall deliver the Goods to the Buyer at the place named in the schedule, and it shall do so in time.
            """;

    @TempDir
    Path folder;

    @Test
    void eachLetterIsDrawnInItsBox() throws Exception {
        PageText page = read(LETTER);
        List<TextPosition> drawn = drawn(LETTER);
        String text = page.text();
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                Box box = page.box(i);
                TextPosition letter = drawn.get(next++);
                assertThat(letter.getUnicode()).as("letter %d", i).isEqualTo(text.substring(i, i + 1));
                double middle = (letter.getX() + letter.getWidth() / 2) / page.width();
                assertThat(middle).as(letter.getUnicode()).isCloseTo((box.left() + box.right()) / 2.0, within(0.001));
                assertThat(letter.getWidth()).isLessThanOrEqualTo((float) (box.width() * page.width()) + 0.1f);
                assertThat(letter.getY() / page.height()).isBetween((double) box.top(), (double) box.bottom());
            }
        }
        assertThat(next).isEqualTo(drawn.size());
    }

    @Test
    void aHighlightOverAWrappedLineHasOneBoxPerRow() throws Exception {
        PageText page = read(LETTER);
        int start = page.text().indexOf("契約期間は");
        int end = page.text().indexOf("更新する。") + 5;
        List<Box> boxes = page.boxes(start, end);
        assertThat(boxes).hasSize(2);
        assertThat(boxes.get(1).top()).isGreaterThan(boxes.get(0).bottom());
        assertThat(page.lines()).hasSize(4);
        assertThat(page.rows()).hasSize(7);
    }

    private PageText read(String text) throws Exception {
        var pages = new ArrayList<PageText>();
        new PlainTextReader().read(file(text), pages::add);
        return pages.get(0);
    }

    private List<TextPosition> drawn(String text) throws Exception {
        Path pdf = folder.resolve("drawn.pdf");
        try {
            new PlainTextRenderer().convert(file(text), pdf);
        } catch (DocumentException e) {
            assumeTrue(e.reason() != Reason.UNAVAILABLE, "no Japanese TrueType font is installed");
            throw e;
        }
        var letters = new ArrayList<TextPosition>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                if (!letter.getUnicode().isBlank()) {
                    letters.add(letter);
                }
            }
        };
        try (var document = Loader.loadPDF(pdf.toFile())) {
            stripper.getText(document);
        }
        return letters;
    }

    private SourceFile file(String text) throws Exception {
        return new SourceFile(Files.writeString(folder.resolve("letter.txt"), text), MediaType.TEXT, "letter.txt", Optional.empty());
    }
}

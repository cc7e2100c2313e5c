package io.fumikura.read.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.read.image.worker.Script;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EarlierPagesTest {

    private final EarlierPages pages = new EarlierPages();

    @Test
    void aClearEnglishPageMakesEnglishExpectedInItsDocumentOnly() {
        pages.note(Path.of("a/page-1.png"), Script.ENGLISH);
        assertThat(pages.areEnglish(Path.of("a/page-2.png"))).isTrue();
        assertThat(pages.areEnglish(Path.of("b/page-2.png"))).isFalse();
    }

    @Test
    void aJapanesePageEndsTheExpectationForGood() {
        pages.note(Path.of("a/page-1.png"), Script.ENGLISH);
        pages.note(Path.of("a/page-2.png"), Script.JAPANESE);
        pages.note(Path.of("a/page-3.png"), Script.ENGLISH);
        assertThat(pages.areEnglish(Path.of("a/page-4.png"))).isFalse();
    }

    @Test
    void anUnclearPageTellsNothing() {
        pages.note(Path.of("a/page-1.png"), Script.UNSURE);
        assertThat(pages.areEnglish(Path.of("a/page-2.png"))).isFalse();
    }
}

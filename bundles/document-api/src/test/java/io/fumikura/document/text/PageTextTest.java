package io.fumikura.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTextTest {

    private final PageText page = PageText.builder(1, 595, 842, TextSource.OCR)
            .append("契", new Box(0.1f, 0.1f, 0.2f, 0.12f), 0.9)
            .append("約", new Box(0.2f, 0.1f, 0.3f, 0.12f), 0.5)
            .newLine()
            .append("書", new Box(0.1f, 0.2f, 0.2f, 0.22f))
            .build();

    @Test
    void givesOneBoxPerLineOfARange() {
        assertThat(page.boxes(0, 4))
                .containsExactly(new Box(0.1f, 0.1f, 0.3f, 0.12f), new Box(0.1f, 0.2f, 0.2f, 0.22f));
    }

    @Test
    void confidenceOfARangeIsItsWeakestCharacter() {
        assertThat(page.confidence(0, 4)).isBetween(0.49, 0.51);
        assertThat(page.confidence(3, 4)).isEqualTo(1);
    }

    @Test
    void documentJoinsPagesAndFindsTheWayBack() {
        PageText second = PageText.builder(2, 0, 0, TextSource.PLAIN)
                .append("終わり", Box.NONE)
                .build();
        var document = new DocumentText(List.of(page, second));
        assertThat(document.text()).isEqualTo("契約\n書\f終わり");
        assertThat(document.pageAt(5)).isEqualTo(2);
        assertThat(document.ranges(3, 7)).containsExactly(new TextRange(1, 3, 4), new TextRange(2, 0, 2));
    }
}

package io.fumikura.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.text.SearchText.Place;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void findsASentenceAcrossTheEndOfItsLine() {
        SearchText page = SearchText.of("本契約は、解約通\n知がない限り", false);
        assertThat(page.find(SearchText.of("解約通知", false), 10)).containsExactly(new Place(5, 10));
    }

    @Test
    void keepsOneBlankBetweenWordsOfLatinScript() {
        SearchText page = SearchText.of("  the\n  Effective   Date ", true);
        assertThat(page.text()).isEqualTo("the Effective Date");
        assertThat(page.find(SearchText.of("Effective Date", true), 10)).containsExactly(new Place(8, 24));
        assertThat(page.find(SearchText.of("effective date", true), 10)).isEmpty();
    }

    @Test
    void givesPlacesInTheOriginalWhereFoldingChangesLengths() {
        SearchText page = SearchText.of("甲：㈱文蔵", false);
        assertThat(page.find(SearchText.of("(株)文", false), 10)).containsExactly(new Place(2, 4));
    }

    @Test
    void findsNothingForBlanksAndStopsWhereAsked() {
        SearchText page = SearchText.of("甲乙甲乙甲乙", false);
        assertThat(page.find(SearchText.of(" \n", false), 10)).isEmpty();
        assertThat(page.find(SearchText.of("甲", false), 2)).containsExactly(new Place(0, 1), new Place(2, 3));
    }
}

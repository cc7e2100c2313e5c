package io.fumikura.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void foldsKangxiRadicalsAndWidthOneToOne() {
        assertThat(Folding.fold("⾦額 １２３ＡＢＣ㈱")).isEqualTo("金額 123ABC㈱");
    }

    @Test
    void searchFoldsWidthCaseAndVariantsAsAJapaneseReaderExpects() {
        assertThat(fold("ｶﾌﾞｼｷ")).isEqualTo(fold("カブシキ"));
        assertThat(fold("ＡＢＣ")).isEqualTo("abc");
        assertThat(fold("髙橋")).isEqualTo(fold("高橋"));
        assertThat(fold("渡邉")).isEqualTo(fold("渡辺"));
        assertThat(fold("𠮷野家")).isEqualTo("吉野家");
        assertThat(fold("㈱文蔵")).isEqualTo("(株)文蔵");
        assertThat(fold("か\u3099")).isEqualTo("が");
    }

    @Test
    void everyVariantIsPairedWithACommonForm() {
        assertThat(fold("國廣濱澤")).isEqualTo("国広浜沢");
        assertThat(fold("臺灣鹽")).isEqualTo("台湾塩");
    }

    @Test
    void knowsWhereEachFoldedCharacterCameFrom() {
        var folded = SearchFolding.fold("aｶﾞ㈱b");
        assertThat(folded.text()).isEqualTo("aガ(株)b");
        assertThat(folded.origin(1)).isEqualTo(1);
        assertThat(folded.origin(2)).isEqualTo(3);
        assertThat(folded.origin(4)).isEqualTo(3);
        assertThat(folded.origin(5)).isEqualTo(4);
        assertThat(folded.origin(6)).isEqualTo(5);
    }

    private static String fold(String text) {
        return SearchFolding.fold(text).text();
    }
}

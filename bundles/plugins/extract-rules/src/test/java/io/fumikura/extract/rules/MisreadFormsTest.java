package io.fumikura.extract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.text.TextSource;
import io.fumikura.extract.rules.ja.JapaneseContracts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisreadFormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "株式会杜みなと|株式会社みなと",
        "東雲株武会社|東雲株式会社",
        "抹式会社みなと 有眼会社東雲 合同会杜北斗|株式会社みなと 有限会社東雲 合同会社北斗",
        "MINATO TRADING SON BHD|MINATO TRADING SDN BHD",
        "MINATO (KEDAI) SOM, BRD|MINATO (KEDAI) SDN, BHD",
        "MINATO SDN. BHO.|MINATO SDN. BHD.",
    })
    void putsFormsRightWithoutMovingAnything(String read, String meant) {
        assertThat(MisreadForms.repair(read)).isEqualTo(meant).hasSameSizeAs(read);
    }

    @ParameterizedTest
    @CsvSource({"当社の株式全社員に配る", "休戎合杜", "有合会社", "会社の株式", "SONG BHDX", "SON BIRD"})
    void leavesOtherWordsAsTheyAre(String text) {
        assertThat(MisreadForms.repair(text)).isEqualTo(text);
    }

    @Test
    void onlyRecognisedNamesAreRepairedAndThenLessSure() {
        String contract = "業務委託契約書\n\n%s（以下「甲」という。）と有限会社みなと商店（以下「乙」という。）とは、次のとおり契約を締結する。\n\n第1条（目的）\n略。\n";
        FieldCandidate right = parties(TextSource.OCR, contract.formatted("東雲工業株式会社"));
        FieldCandidate misread = parties(TextSource.OCR, contract.formatted("東雲工業株式会杜"));
        assertThat(misread.value()).isEqualTo(right.value()).isEqualTo(new FieldValue.Texts(List.of("東雲工業株式会社", "有限会社みなと商店")));
        assertThat(misread.evidence()).hasSameSizeAs(right.evidence());
        assertThat(misread.confidence()).isLessThan(right.confidence());
        assertThat(parties(TextSource.PLAIN, contract.formatted("東雲工業株式会杜")).value())
                .as("what was typed is meant")
                .isEqualTo(new FieldValue.Texts(List.of("東雲工業株式会杜", "有限会社みなと商店")));
    }

    private static FieldCandidate parties(TextSource source, String text) {
        return Reading.of(source, JapaneseContracts.RULES, List.of("parties"), text).best("parties").orElseThrow();
    }
}

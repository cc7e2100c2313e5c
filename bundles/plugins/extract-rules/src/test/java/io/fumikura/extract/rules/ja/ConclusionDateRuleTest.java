package io.fumikura.extract.rules.ja;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConclusionDateRuleTest {

    private static final String HEAD = "取引契約書\n\n東雲工業株式会社（以下「甲」という。）と有限会社みなと商店（以下「乙」という。）とは、次のとおり契約を締結する。\n\n第1条（納期）\n乙は令和7年1月31日までに納品する。\n\n";

    @ParameterizedTest
    @ValueSource(strings = {
        "本書2通を作成し、各自1通を保有する。\n\n令和6年4月1日\n\n甲：東雲工業株式会社",
        "以上を証するため本書を作成する。\n\n　　　　2024年4月1日\n\n甲：東雲工業株式会社",
        "以上\n\n二〇二四年四月一日\n\n甲：東雲工業株式会社",
        "契約締結日：2024年4月1日\n\n甲：東雲工業株式会社",
        "締結日　令和6年4月1日\n甲：東雲工業株式会社",
        "本書2通を作成し各1通を保有する。\n2024 年 4 月 1 日\n甲：東雲工業株式会社",
        "本書2通を作成し各1通を保有する。\n２０２４年４月１日　締結\n甲：東雲工業株式会社",
        "本書2通を作成し各1通を保有する。\n令和６年４月１日付\n甲：東雲工業株式会社"
    })
    void readsTheDateAtTheSignatures(String closing) {
        assertThat(Contract.of(HEAD + closing).value("conclusion_date")).isEqualTo("2024-04-01");
    }

    @Test
    void readsTheDateBelowTheTitle() {
        assertThat(Contract.of("取引契約書\n\n令和6年4月1日\n\n" + HEAD.substring(7) + "甲：東雲工業株式会社").value("conclusion_date")).isEqualTo("2024-04-01");
    }

    @Test
    void readsTheDateInThePreamble() {
        assertThat(Contract.of("取引契約書\n東雲工業株式会社（以下「甲」という。）と有限会社みなと商店（以下「乙」という。）は、2024年4月1日、次のとおり契約を締結する。\n第1条\n略。")
                        .value("conclusion_date"))
                .isEqualTo("2024-04-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "本書2通を作成し各1通を保有する。\n\n令和　　年　　月　　日\n\n甲：東雲工業株式会社",
        "本書2通を作成し各1通を保有する。\n\n令和8年　　月　　日\n\n甲：東雲工業株式会社",
        "締結日　20＿＿年＿＿月＿＿日\n甲：東雲工業株式会社",
        "●●●●年●●月●●日\n甲：東雲工業株式会社",
        "第2条（支払）\n代金は2024年5月31日に支払う。\n　　年　　月　　日"
    })
    void leavesABlankDateEmpty(String closing) {
        assertThat(Contract.of(HEAD + closing).value("conclusion_date")).isNull();
    }

    @Test
    void theDateOfTheContractThatIsAmendedIsAnother() {
        assertThat(Contract.of("覚書\n東雲工業株式会社（以下「甲」という。）と有限会社みなと商店（以下「乙」という。）は、令和3年4月1日付で締結した取引契約（以下「原契約」という。）について、次のとおり合意する。\n第1条\n略。\n各1通を保有する。\n令和6年4月1日\n甲：東雲工業株式会社")
                        .value("conclusion_date"))
                .isEqualTo("2024-04-01");
    }
}

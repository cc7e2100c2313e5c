package io.fumikura.extract.rules.ja;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartiesRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "東雲工業株式会社（以下「甲」という。）と有限会社みなと商店（以下「乙」という。）とは、次のとおり契約を締結する。|東雲工業株式会社, 有限会社みなと商店",
        "東雲工業株式会社（以下、「甲」という。）及び有限会社みなと商店（以下、「乙」という。）は、次のとおり契約を締結する。|東雲工業株式会社, 有限会社みなと商店",
        "委託者 東雲工業株式会社（以下「甲」という）と、受託者 有限会社みなと商店（以下「乙」という）とは、以下のとおり契約を締結する。|東雲工業株式会社, 有限会社みなと商店",
        "東京都港区に本店を置く東雲工業株式会社（以下「甲」という。）と、横浜市に本店を置く有限会社みなと商店（以下「乙」という。）は、契約を締結する。|東雲工業株式会社, 有限会社みなと商店",
        "東雲工業株式会社 代表取締役 東一郎（以下「甲」という。）と港 花子（以下「乙」という。）は、契約を締結する。|東雲工業株式会社, 港 花子",
        "貸主 港花子（以下「甲」という。）と借主 東雲工業株式会社（以下「乙」という。）及び連帯保証人 東 一郎（以下「丙」という。）は、賃貸借契約を締結する。|港花子, 東雲工業株式会社, 東 一郎",
        "東雲工業株式会社（以下「発注者」という。）と有限会社みなと商店（以下「受注者」という。）は、次の契約を締結する。|東雲工業株式会社, 有限会社みなと商店",
        "東雲工業株式会社を甲、有限会社みなと商店を乙とし、甲乙間において次のとおり契約を締結する。|東雲工業株式会社, 有限会社みなと商店",
        "東雲工業株式会社（甲）と有限会社みなと商店（乙）は、次のとおり契約を締結する。|東雲工業株式会社, 有限会社みなと商店",
        "本契約は、Blue Harbor Inc.（以下「甲」という。）と株式会社北斗ＡＩ研究所（以下「乙」という。）との間で締結される。|Blue Harbor Inc, 株式会社北斗AI研究所",
        "国立大学法人みなと大学（以下「甲」という。）と東雲市（以下「乙」という。）は、共同研究契約を締結する。|国立大学法人みなと大学, 東雲市",
        "東雲工業株式会社（本店所在地：東京都港区海岸1-2-3。以下「甲」という。）と有限会社みなと商店（本店所在地：横浜市。以下「乙」という。）とは、契約を締結する。|東雲工業株式会社, 有限会社みなと商店",
        "（株）東雲（以下「甲」という。）と㈱みなと（以下「乙」という。）は、契約を締結する。|(株)東雲, ㈱みなと",
    })
    void readsThePreamble(String preamble, String parties) {
        assertThat(Contract.of("取引契約書\n\n" + preamble + "\n\n第1条（目的）\n略。\n").value("parties").replace("Inc.", "Inc")).isEqualTo(parties);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "○○株式会社（以下「甲」という。）と△△株式会社（以下「乙」という。）は、契約を締結する。\n甲：＿＿＿＿\n乙：＿＿＿＿",
        "＿＿＿＿＿＿（以下「甲」という。）と＿＿＿＿＿＿（以下「乙」という。）は、契約を締結する。",
        "　　　　　　（以下「甲」という。）と　　　　　　（以下「乙」という。）は、契約を締結する。",
        "【　　　】（以下「甲」という。）と[●]（以下「乙」という。）は、契約を締結する。",
        "株式会社●●（以下「甲」という。）と××株式会社（以下「乙」という。）は、契約を締結する。",
        "発注者（以下「甲」という。）と受注者（以下「乙」という。）は、契約を締結する。\n\n甲　住所\n　　氏名　　　　　印\n乙　住所\n　　氏名　　　　　印",
        "賃貸人（以下「甲」という。）と賃借人（以下「乙」という。）は、契約を締結する。\n\n甲\n住所：\n会社名：\n代表者：　　　　印\n乙\n住所：\n会社名：\n代表者：　　　　印",
        "株式会社　　　　　　（以下「甲」という。）と株式会社　　　　　　（以下「乙」という。）は、契約を締結する。"
    })
    void leavesBlanksEmpty(String preamble) {
        assertThat(Contract.of("取引契約書\n\n" + preamble).value("parties")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "甲：東雲工業株式会社\n乙：有限会社みなと商店\n",
        "甲　東京都港区海岸1-2-3\n　　東雲工業株式会社\n　　代表取締役　東　一郎　㊞\n乙　横浜市中区山下町4-5\n　　有限会社みなと商店\n　　代表取締役　港　花子　㊞\n",
        "（甲）住所　東京都港区海岸1-2-3\n　　　名称　東雲工業株式会社\n　　　代表者　代表取締役　東一郎　印\n（乙）住所　横浜市中区山下町4-5\n　　　名称　有限会社みなと商店\n　　　代表者　港花子　印\n",
        "委託者（甲）\n所在地：東京都港区海岸1-2-3\n会社名：東雲工業株式会社\n代表者名：東 一郎\n\n受託者（乙）\n所在地：横浜市中区\n会社名：有限会社みなと商店\n代表者名：港 花子\n",
        "【甲】\n東京都港区海岸一丁目2番3号\n東雲工業株式会社\n代表取締役社長 東 一郎 (印)\n【乙】\n神奈川県横浜市中区山下町4番5号\n有限会社みなと商店\n代表取締役 港 花子 (印)\n",
        "甲\t乙\n東京都港区海岸1-2-3\t横浜市中区山下町4-5\n東雲工業株式会社\t有限会社みなと商店\n代表取締役 東 一郎 印\t代表取締役 港 花子 印\n",
        "甲　東京都港区海岸1-2-3　東雲工業株式会社　代表取締役　東一郎　印\n乙　横浜市中区山下町4-5　有限会社みなと商店　代表取締役　港花子　印\n",
        "発注者　住所　東京都港区海岸1-2-3\n　　　　氏名　東雲工業株式会社　代表取締役　東一郎　印\n受注者　住所　横浜市中区山下町4-5\n　　　　氏名　有限会社みなと商店　港花子　印\n"
    })
    void readsNamesThatStandOnlyInTheSignatures(String signatures) {
        assertThat(Contract.of("取引契約書\n\n甲及び乙は、次のとおり契約を締結する。\n\n第1条（目的）\n甲は乙に商品を売り渡す。\n\n本書2通を作成し各1通を保有する。\n\n令和6年4月1日\n\n" + signatures)
                        .value("parties"))
                .isEqualTo("東雲工業株式会社, 有限会社みなと商店");
    }

    @Test
    void readsCompaniesInSignaturesWhoseMarksWereNotRecognised() {
        assertThat(Contract.of("取引契約書\n\n第1条（目的）\n略。\n\n黄四(委託者)なな\n住所 : 東京都港区海岸1-2-3\n会社名 : 東雲工業株式会社\n代表者 : 代表取締役 東 一郎\n\nな(受託者)\n住所 : 横浜市中区\n有限会社みなと商店\n代表取締役 港 花子\n")
                        .value("parties"))
                .isEqualTo("東雲工業株式会社, 有限会社みなと商店");
    }

    @Test
    void readsPersonsInSignatures() {
        assertThat(Contract.of("金銭消費貸借契約書\n\n貸主を甲、借主を乙とし、次のとおり契約する。\n第1条\n略。\n\n甲（貸主）\n住所　東京都港区海岸1-2-3\n氏名　東 一郎　㊞\n\n乙（借主）\n住所　横浜市中区山下町4-5\n氏名　港 花子　㊞\n")
                        .value("parties"))
                .isEqualTo("東 一郎, 港 花子");
    }

    @Test
    void takesTheNameThatIsFilledInWhereTheOtherIsBlank() {
        assertThat(Contract.of("取引契約書\n東雲工業株式会社（以下「甲」という。）と　　　　　　（以下「乙」という。）は、契約を締結する。\n第1条\n略。\n甲：東雲工業株式会社\n乙：\n")
                        .value("parties"))
                .isEqualTo("東雲工業株式会社");
    }

    @Test
    void readsANameBrokenOverTwoLines() {
        assertThat(Contract.of("取引契約書\n本日、東雲工業株式会社（以下「甲」という。）と、神奈川県に工場を構える有限会社みな\nと商店（以下「乙」という。）とは、次のとおり契約を締結する。\n第1条\n略。\n").value("parties"))
                .contains("みなと商店");
    }

    @Test
    void evidenceHasAPlaceForEachName() {
        var candidate = Contract.with("第1条\n略。").best("parties").orElseThrow();
        assertThat(candidate.evidence()).extracting("text").containsExactly("東雲工業株式会社", "有限会社みなと商店");
    }

    @Test
    void aPledgeHasAnAddresseeAndASigner() {
        assertThat(Contract.of("誓約書\n\n東雲工業株式会社　御中\n\n私は、次の事項を誓約いたします。\n\n2026年4月1日\n住所　横浜市中区\n氏名　港 花子　㊞\n").value("parties"))
                .isEqualTo("東雲工業株式会社, 港 花子");
    }

    @Test
    void definedTermsAreNoParties() {
        assertThat(Contract.of("取引契約書\n東雲工業株式会社（以下「甲」という。）と有限会社みなと商店（以下「乙」という。）は、甲の製品（以下「本製品」という。）の株式会社東洋（以下「メーカー品」という。）取引に関し契約（以下「本契約」という。）を締結する。\n第1条\n略。")
                        .value("parties"))
                .startsWith("東雲工業株式会社, 有限会社みなと商店");
    }
}

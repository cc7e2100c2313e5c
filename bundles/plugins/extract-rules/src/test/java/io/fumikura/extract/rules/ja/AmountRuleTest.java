package io.fumikura.extract.rules.ja;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "委託料は、金1,200,000円（消費税別）とする。|1200000",
        "売買代金は、金壱百万円整とする。|1000000",
        "請負代金額　金３，３００，０００円（うち消費税額　金３００，０００円）|3300000",
        "契約金額：¥5,500,000-（税込）|5500000",
        "本業務の対価は総額1億2,000万円とする。着手金として500万円を支払う。|120000000",
        "甲は乙に対し、報酬として月額50万円（税別）を支払う。|500000",
        "賃料は1か月金85,000円とする。敷金は金170,000円とする。|85000",
        "敷金として金170,000円を預託する。賃料は月額85,000円とする。|85000",
        "委託料の総額は6,000,000円とし、月額500,000円を12回に分けて支払う。|6000000",
        "甲は乙に金3百万円を貸し付け、貸付金額は3,000,000円とする。|3000000",
        "ライセンス料として10,000米ドルを支払う。|10000",
        "基本給　月額　250,000円／通勤手当　実費支給|250000",
        "解決金として金800,000円を支払う。|800000",
        "顧問料は月額３万円とする。|30000",
        "甲は、乙に対し、金参百万円を貸し渡し、乙はこれを借り受けた。|3000000",
        "賃料　月額　金330,000円\\n共益費　月額　金22,000円\\n敷金　金990,000円|330000",
        "委託料は金1.500万円とする。|15000000",
        "売買代金は金45,000,000円とする。手付金として金4,500,000円を支払い、残代金40,500,000円は引渡しと同時に支払う。|45000000"
    })
    void readsWhatIsPaid(String clause, String amount) {
        assertThat(Contract.with("第3条（代金）\n" + clause.replace("\\n", "\n")).value("amount")).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "損害賠償の額は、金1,000,000円を上限とする。",
        "報酬額が3,000円（税別）に満たない場合は、次期に繰り越す。",
        "委託料は金＿＿＿＿円とする。",
        "報酬は月額　　　　円とする。",
        "代金は別途協議して定める。",
        "違約金として金500,000円を支払う。",
        "収入印紙4,000円は甲の負担とする。",
        "委託料は○○円（消費税別）とする。"
    })
    void leavesOtherAmountsAndBlanksAlone(String clause) {
        assertThat(Contract.with("第3条（代金）\n" + clause).value("amount")).isNull();
    }
}

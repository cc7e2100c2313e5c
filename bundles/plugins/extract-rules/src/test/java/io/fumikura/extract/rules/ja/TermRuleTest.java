package io.fumikura.extract.rules.ja;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "第5条（契約期間）\n本契約の有効期間は、2024年4月1日から2025年3月31日までとする。",
        "第5条（有効期間）\n本契約は、令和6年4月1日から令和7年3月31日まで効力を有する。",
        "第5条（期間）\n本契約の期間は、令和6年4月1日より令和7年3月31日までの1年間とする。",
        "第5条（契約期間）\n自　令和6年4月1日\n至　令和7年3月31日",
        "第5条（契約期間）\n契約期間：2024/4/1～2025/3/31",
        "第五条（契約期間）\n本契約の有効期間は、令和六年四月一日から翌年三月三十一日までとする。",
        "第5条（賃貸借期間）\n賃貸借の期間は、２０２４年４月１日から２０２５年３月３１日までとする。",
        "第5条（契約期間）\n本契約は、2024年4月1日に発効し、2025年3月31日まで有効とする。",
        "契約開始日：2024年4月1日\n契約終了日：2025年3月31日",
        "| 契約期間 | 2024年4月1日 ～ 2025年3月31日 |\n",
        "第5条（期間）\n委託期間は2024年4月1日から2025年3月31日までとする。ただし、本契約終了後も第3条は3年間存続する。"
    })
    void readsStartAndEnd(String clause) {
        var reading = Contract.with(clause);
        assertThat(reading.value("start_date")).isEqualTo("2024-04-01");
        assertThat(reading.value("end_date")).isEqualTo("2025-03-31");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "第5条（契約期間）\\n本契約の有効期間は、令和6年4月1日から1年間とする。|2024-04-01|P1Y",
        "第5条（契約期間）\\n本契約の契約期間は、2024年4月1日より起算して満2年とする。|2024-04-01|P2Y",
        "第5条（有効期間）\\n本契約の有効期間は、本契約締結の日から3年間とする。|2025-03-20|P3Y",
        "第5条（有効期間）\\n本契約は、締結日から1年間有効とする。|2025-03-20|P1Y",
        "第5条（有効期間）\\n本契約は、契約締結日より発効し、その有効期間は一年間とする。|2025-03-20|P1Y",
        "第5条（有効期間）\\n本契約の有効期間は5年間とする。||P5Y",
        "第5条（有効期間）\\n1. 本契約の有効期間は、締結の日から6ヶ月間とする。\\n2. 本契約終了後も第4条は2年間有効に存続する。|2025-03-20|P6M",
        "第5条（契約の期間）\\n契約期間は１年とし、期間満了の際は協議する。||P1Y",
        "第5条（存続期間）\\n本契約の存続期間は、令和6年4月1日から3か年とする。|2024-04-01|P3Y"
    })
    void readsATerm(String clause, String start, String term) {
        var reading = Contract.with(clause.replace("\\n", "\n"));
        assertThat(reading.value("start_date")).isEqualTo(start);
        assertThat(reading.value("term")).isEqualTo(term);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "第5条（秘密保持）\n乙は、本契約終了後3年間、秘密情報を開示してはならない。",
        "第5条（秘密保持）\n秘密保持義務は、本契約終了後も5年間存続する。",
        "第5条（契約不適合責任）\n乙は、引渡しの日から1年間、不適合を修補する。",
        "第5条（検査）\n甲は、納品後10日以内に検査する。検査期間は10日間とする。",
        "第5条（保証）\n本契約の製品の保証期間は納品から1年間とする。",
        "第5条（契約期間）\n本契約の有効期間は、　　年　　月　　日から○年間とする。",
        "第5条（契約期間）\n本契約の有効期間は、令和○年○月○日から令和○年○月○日までとする。",
        "第5条（納期）\n納期は2025年9月30日とする。",
        "第5条（個別契約）\n個別契約の有効期間は3か月とする。",
        "第5条（解約）\n本契約は、3か月前に通知することにより解約することができる。",
        "第5条（試用期間）\n試用期間は3か月とする。"
    })
    void takesNoOtherPeriodForTheTerm(String clause) {
        var reading = Contract.with(clause);
        assertThat(reading.value("term")).isNull();
        assertThat(reading.value("start_date")).isNull();
        assertThat(reading.value("end_date")).isNull();
    }

    @Test
    void anEndAloneIsAnEnd() {
        var reading = Contract.with("第5条（有効期間）\n本契約の有効期間は、本契約締結日から令和9年3月31日までとする。");
        assertThat(reading.value("start_date")).isEqualTo("2025-03-20");
        assertThat(reading.value("end_date")).isEqualTo("2027-03-31");
    }

    @Test
    void theStartThatCountsFromTheConclusionShowsBothPlaces() {
        var start = Contract.with("第5条（有効期間）\n本契約の有効期間は、本契約締結の日から3年間とする。").best("start_date").orElseThrow();
        assertThat(start.evidence()).extracting("text").contains("2025年3月20日");
    }

    @Test
    void aDayWithANameOfItsOwnCanBeTheStart() {
        var reading = Contract.of(
                "使用許諾契約書\n東雲工業株式会社（以下「甲」という。）と有限会社みなと商店（以下「乙」という。）は、2024年7月1日（以下「発効日」という。）に締結される本契約に合意する。\n第9条（契約期間）\n本契約は発効日から効力を生じ、3年間有効とする。");
        assertThat(reading.value("start_date")).isEqualTo("2024-07-01");
        assertThat(reading.value("term")).isEqualTo("P3Y");
    }

    @Test
    void aHeadingMayStandAboveTheNumberOfItsArticle() {
        var reading = Contract.with("（有効期間）\n第9条　令和6年4月1日から令和7年3月31日まで効力を有する。\n（雑則）\n第10条　略。");
        assertThat(reading.value("start_date")).isEqualTo("2024-04-01");
        assertThat(reading.value("end_date")).isEqualTo("2025-03-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"契約期間　期間の定めなし", "第3条（契約期間）\n本契約は期間の定めのないものとする。", "契約期間：無期雇用"})
    void knowsAnIndefiniteTerm(String clause) {
        var reading = Contract.with(clause + "\n雇入れ日：2025年4月1日");
        assertThat(reading.value("indefinite_term")).isEqualTo("true");
        assertThat(reading.value("end_date")).isNull();
        assertThat(reading.value("start_date")).isEqualTo("2025-04-01");
    }

    @Test
    void aClauseMayRunOverAPageBreak() {
        var reading = Contract.of(
                "取引契約書\n第5条（契約期間）\n本契約の有効期間は、2024年4月1日か\n- 1 -", "ら2025年3月31\n日までとする。\n- 2 -");
        assertThat(reading.value("start_date")).isEqualTo("2024-04-01");
        assertThat(reading.value("end_date")).isEqualTo("2025-03-31");
        assertThat(reading.best("end_date").orElseThrow().evidence()).extracting("page").containsOnly(2);
    }
}

package io.fumikura.extract.rules.ja;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourtRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "本契約に関する紛争は、東京地方裁判所を第一審の専属的合意管轄裁判所とする。|東京地方裁判所",
        "第一審の専属的合意管轄裁判所は、さいたま地方裁判所とする。|さいたま地方裁判所",
        "訴額に応じ大阪地方裁判所又は大阪簡易裁判所を専属的合意管轄裁判所とする。|大阪地方裁判所",
        "甲乙は横浜地方裁判所川崎支部を管轄裁判所とすることに合意する。|横浜地方裁判所川崎支部",
        "名古屋地方裁判所を\\n第一審の管轄裁判所とする。|名古屋地方裁判所"
    })
    void readsTheCourt(String clause, String court) {
        assertThat(Contract.with("第12条（管轄）\n" + clause.replace("\\n", "\n")).value("governing_court")).isEqualTo(court);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "甲の本店所在地を管轄する地方裁判所を専属的合意管轄裁判所とする。",
        "被告の住所地の地方裁判所を管轄裁判所とする。",
        "●●地方裁判所を専属的合意管轄裁判所とする。",
        "○○地方裁判所を第一審の管轄裁判所とする。"
    })
    void leavesAnUnnamedCourtEmpty(String clause) {
        assertThat(Contract.with("第12条（管轄）\n" + clause).value("governing_court")).isNull();
    }
}

package io.fumikura.extract.rules.ja;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenewalRuleTest {

    private static final String TERM = "第9条（有効期間）\n本契約の有効期間は、2024年4月1日から2025年3月31日までの1年間とする。";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ただし、期間満了の3か月前までに甲乙いずれからも書面による申し出がないときは、さらに1年間自動的に更新するものとし、以後も同様とする。|P1Y|P3M",
        "ただし、期間満了日の30日前までに、甲又は乙から更新しない旨の通知がない限り、同一条件で1年間延長される。|P1Y|P30D",
        "期間満了の1ヶ月前までに別段の意思表示のない場合は、本契約は更に一年間継続するものとし、その後も同様とする。|P1Y|P1M",
        "期間満了の二箇月前までに双方異議なきときは、自動的に六か月間更新され、以後同様とする。|P6M|P2M",
        "本契約は、期間満了の６０日前までに解約の申入れがなければ、１年毎に自動更新する。|P1Y|P60D",
        "期間満了の3ヵ月前までに当事者の一方から更新拒絶の意思表示がされなかったときは、従前と同一の期間更新されるものとする。|P1Y|P3M",
        "期間満了の1年前から6か月前までの間に更新しない旨の通知をしないときは、従前と同一の条件で2年間更新したものとみなす。|P2Y|P6M",
        "甲又は乙は、期間満了の1か月前までに書面で通知することにより、更新を拒絶できる。通知がないときは、本契約は自動的に1年間更新される。|P1Y|P1M",
        "期間満了の2週間前までに何らの申し出もない場合には、本契約は同一条件にて3ヶ月間自動延長されるものとする。|P3M|P14D",
        "満了日の90日前までに相手方に対し契約終了の通知をしない限り、本契約は自動的に更新され、更新後の期間は1年とする。|P1Y|P90D",
        "期間満了の1ヶ月前までに書面による解約の意思表示がない場合、同条件で更新される。||P1M",
        "期間満了3ヶ月前までに双方いずれからも何らの意思表示がない場合、本契約は自動的に継続されるものとする。||P3M"
    })
    void readsRenewalAndNotice(String sentence, String period, String notice) {
        var reading = Contract.with(TERM + sentence);
        assertThat(reading.value("auto_renewal")).isEqualTo("true");
        assertThat(reading.value("renewal_period")).isEqualTo(period);
        assertThat(reading.value("notice_period")).isEqualTo(notice);
        assertThat(reading.value("end_date")).isEqualTo("2025-03-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "甲乙協議の上、本契約を更新することができる。",
        "ただし、甲乙協議のうえ、これを延長することができる。",
        "期間満了の1か月前までに甲乙が書面により合意した場合に限り、本契約を更新することができる。",
        "本契約は自動更新されない。",
        "契約の更新は行わない。",
        "自動更新：なし",
        "契約期間の満了後、本契約は更新しないものとする。",
        "契約の更新の有無：更新する場合があり得る"
    })
    void renewalByAgreementIsNotAutomatic(String sentence) {
        var reading = Contract.with(TERM + "\n" + sentence);
        assertThat(reading.value("auto_renewal")).isEqualTo("false");
        assertThat(reading.value("renewal_period")).isNull();
        assertThat(reading.value("notice_period")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "第10条（解約）\n甲又は乙は、3か月前に書面で通知することにより、本契約を解約することができる。",
        "第10条（解約）\n乙は、30日前までに甲に解約の申入れを行うことにより、本契約を解約することができる。",
        "第10条（退職）\n自己の都合で退職するときは、30日前までに届け出る。",
        "第10条（個別契約）\n乙は、異議がないときは注文を承諾したものとみなす。"
    })
    void aNoticeOfTerminationIsNoNoticeAgainstRenewal(String clause) {
        var reading = Contract.with(TERM + "\n" + clause);
        assertThat(reading.value("notice_period")).isNull();
        assertThat(reading.value("auto_renewal")).isNull();
    }
}

package io.fumikura.extract.rules.ja;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "1年間, P1Y", "満1年, P1Y", "一年間, P1Y", "一箇年, P1Y", "3カ年, P3Y", "満三か年間, P3Y", "6ヶ月, P6M", "6か月間, P6M", "三か月, P3M", "3カ月, P3M", "1ケ月, P1M",
        "一ヵ月, P1M", "3箇月, P3M", "6ヵ月間, P6M", "30日, P30D", "90日間, P90D", "2週間, P14D", "半年, P6M", "1年6か月, P1Y6M", "一年半, P1Y6M", "十二か月, P12M", "二十年間, P20Y"
    })
    void readsAllForms(String text, String period) {
        assertThat(Durations.in("は" + text + "とする")).singleElement().extracting(found -> found.period().toString()).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"○年間", "2024年4月1日", "令和6年", "年間", "第3条", "毎月5日", "[●]か月", "4月1日"})
    void takesNoDateAndNoBlankForADuration(String text) {
        assertThat(Durations.in(text)).isEmpty();
    }
}

package io.fumikura.extract.rules.ja;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "2024年4月1日, 2024-04-01", "西暦2024年4月1日, 2024-04-01", "令和6年4月1日, 2024-04-01", "令和元年5月1日, 2019-05-01",
        "平成31年4月30日, 2019-04-30", "昭和64年1月7日, 1989-01-07", "R6.4.1, 2024-04-01", "H30/12/31, 2018-12-31", "R6年4月1日, 2024-04-01",
        "二〇二四年四月一日, 2024-04-01", "令和六年十二月三十一日, 2024-12-31", "令和六年二月二十九日, 2024-02-29", "平成二十九年一月三一日, 2017-01-31",
        "2024/4/1, 2024-04-01", "2024.04.01, 2024-04-01", "2024-04-01, 2024-04-01", "2024年(令和6年)4月1日, 2024-04-01",
        "令和6年(2024年)4月1日, 2024-04-01", "㋿6年4月1日, 2024-04-01", "令和7年3月末日, 2025-03-31", "令和10年2月末日, 2028-02-29",
        "令和二年十一月一日, 2020-11-01", "大正15年12月25日, 1926-12-25", "令和6.4.1, 2024-04-01"
    })
    void readsAllForms(String text, String date) {
        assertThat(Dates.in("日付:" + text + "まで")).singleElement().extracting(found -> found.date().toString()).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "令和8年月日", "年4月1日", "20__年1月1日", "2024年2月30日", "2024年13月1日", "令和○年4月1日", "第2024条", "●●●●年●●月●●日", "2024年4月", "令和6年4月分",
        "電話03-1234-5678", "192.168.10.1", "1-2-3", "2024年度", "令和6年4月1"
    })
    void takesNothingIncompleteForADate(String text) {
        assertThat(Dates.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"翌年3月31日, 2025-03-31", "同年9月30日, 2024-09-30", "同月30日, 2024-04-30", "翌年3月末日, 2025-03-31"})
    void countsRelativeDatesFromTheDateBefore(String text, String date) {
        List<Dates.Dated> found = Dates.in("令和6年4月1日から" + text + "まで");
        assertThat(found).extracting(dated -> dated.date().toString()).containsExactly("2024-04-01", date);
    }
}

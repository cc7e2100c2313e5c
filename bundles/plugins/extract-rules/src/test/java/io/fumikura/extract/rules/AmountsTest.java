package io.fumikura.extract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.extract.rules.Amounts.Amount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "¥1,234; 1234; JPY",
        "\\12,000-; 12000; JPY",
        "1,234円; 1234; JPY",
        "金壱百万円整; 1000000; JPY",
        "金三拾弐万円也; 320000; JPY",
        "1億2,000万円; 120000000; JPY",
        "550万円; 5500000; JPY",
        "1.234,56 €; 1234.56; EUR",
        "EUR 1 234,56; 1234.56; EUR",
        "€ 12,50; 12.50; EUR",
        "1'234.50 CHF; 1234.50; CHF",
        "£1,050.00; 1050.00; GBP",
        "RM12.50; 12.50; MYR",
        "RM 65. 20; 65.20; MYR",
        "US$99; 99; USD",
        "▲500円; -500; JPY",
        "-¥1,200; -1200; JPY",
        "¥-1,200; -1200; JPY",
        "¥11.800; 11800; JPY",
        "15.387,0800 EUR; 15387.0800; EUR",
    })
    void readsAmountsAsTheyAreWritten(String text, String value, String currency) {
        assertThat(Amounts.in(text)).singleElement().satisfies(amount -> {
            assertThat(amount.value()).isEqualByComparingTo(value);
            assertThat(amount.currency()).hasValueSatisfying(one -> assertThat(one.getCurrencyCode()).isEqualTo(currency));
            assertThat(amount.marked()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1.234,56; 1234.56", "1.234.567; 1234567", "1.234; 1234", "0,150; 0.150", "12,5; 12.5"})
    void aPointOrCommaPartsThousandsOrCents(String text, String value) {
        assertThat(Amounts.number(text, false)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "05.03.2018", "2026/04/01", "12:30", "19 %", "8%対象", "PO-2026", "A4", "250kWh", "1-2-3", "3個", "T7000012050002", "001188€7"
    })
    void datesRatesTimesAndCodesAreNoAmounts(String text) {
        assertThat(Amounts.in(text)).isEmpty();
    }

    @Test
    void lettersThatLookLikeDigitsAreRepairedAndSaidSo() {
        assertThat(Amounts.in("¥11,8OO と ¥l,500")).extracting(Amount::repaired).containsExactly(true, true);
        assertThat(Amounts.in("¥11,8OO と ¥l,500")).extracting(amount -> amount.value().intValue()).containsExactly(11800, 1500);
    }

    @Test
    void placesHoldTheMarkOfTheCurrency() {
        String text = "合計 ¥1,234 税込";
        List<Amount> amounts = Amounts.in(text);
        assertThat(amounts).singleElement().satisfies(amount -> assertThat(text.substring(amount.start(), amount.end())).isEqualTo("¥1,234"));
    }

    @Test
    void aBareDollarSignTellsNoCountry() {
        assertThat(Amounts.in("$8.20")).singleElement().satisfies(amount -> {
            assertThat(amount.marked()).isTrue();
            assertThat(amount.currency()).isEmpty();
        });
    }
}

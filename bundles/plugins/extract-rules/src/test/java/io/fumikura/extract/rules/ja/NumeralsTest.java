package io.fumikura.extract.rules.ja;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "15|15", "1,500|1500", "十五|15", "一五|15", "壱百万|1000000", "1,500万|15000000", "3億5千万|350000000", "百二十三万四千五百六十七|1234567", "金壱|",
        "弐拾参萬|230000", "3百万|3000000", "1.5億|150000000", "二〇二四|2024", "百|100", "12万3000|123000", "千五百|1500", "3億|300000000"
    })
    void readsAllForms(String text, BigDecimal number) {
        if (number == null) {
            assertThat(Numerals.parse(text)).isEmpty();
        } else {
            assertThat(Numerals.parse(text).orElseThrow()).isEqualByComparingTo(number);
        }
    }

    @Test
    void findsNoSmallNumberInNothing() {
        assertThat(Numerals.small("")).isEqualTo(-1);
        assertThat(Numerals.small("1.5")).isEqualTo(-1);
    }
}

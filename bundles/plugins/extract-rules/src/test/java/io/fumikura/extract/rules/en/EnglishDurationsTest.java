package io.fumikura.extract.rules.en;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishDurationsTest {

    @ParameterizedTest
    @CsvSource({
        "three (3) years, P3Y",
        "three years, P3Y",
        "3 years, P3Y",
        "3 (three) years, P3Y",
        "twelve-month, P12M",
        "twenty-four (24) months, P24M",
        "ninety (90) days, P90D",
        "sixty (60) calendar days, P60D",
        "one hundred eighty days, P180D",
        "one hundred and twenty (120) days, P120D",
        "six weeks, P42D",
        "a year, P1Y",
        "five(5) year, P5Y"
    })
    void readsDurationsInWordsAndDigits(String text, String period) {
        var found = EnglishDurations.in("for " + text + " term", 0, text.length() + 9);
        assertThat(found).singleElement().extracting(Found::value).isEqualTo(Period.parse(period));
    }

    @Test
    void takesTheDigitsWhereWordsAndDigitsDiffer() {
        assertThat(EnglishDurations.in("sixty (90) days", 0, 15)).singleElement().extracting(Found::value).isEqualTo(Period.ofDays(90));
    }

    @Test
    void leavesBlanks() {
        assertThat(EnglishDurations.in("for [***] years and ___ days and $5 days", 0, 40)).isEmpty();
    }
}

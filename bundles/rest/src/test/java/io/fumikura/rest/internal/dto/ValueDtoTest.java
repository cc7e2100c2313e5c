package io.fumikura.rest.internal.dto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.document.FieldType;
import io.fumikura.document.FieldValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueDtoTest {

    @Test
    void everyFormComesBackAsItWent() {
        List<FieldValue> values = List.of(
                new FieldValue.Text("代理店基本契約書"),
                new FieldValue.Texts(List.of("甲社", "乙社")),
                new FieldValue.Day(LocalDate.of(2024, 2, 29)),
                new FieldValue.Money(new BigDecimal("378000"), Optional.of(Currency.getInstance("JPY"))),
                new FieldValue.Money(new BigDecimal("-1.50"), Optional.empty()),
                new FieldValue.Flag(false),
                new FieldValue.Duration(Period.ofMonths(3)),
                new FieldValue.Choice("received"));
        assertThat(values).allSatisfy(value -> assertThat(ValueDto.of(value).toValue()).isEqualTo(value));
    }

    @Test
    void saysWhatIsWrongWithAValue() {
        assertThatThrownBy(date("2024-02-30")::toValue)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no date");
        assertThatThrownBy(new ValueDto(FieldType.AMOUNT, null, null, null, "12,000", null, null, null, null)::toValue)
                .hasMessageContaining("decimal");
        assertThatThrownBy(new ValueDto(FieldType.TEXT, null, null, null, null, null, null, null, null)::toValue)
                .hasMessageContaining("\"text\" is missing");
        assertThatThrownBy(new ValueDto(null, "x", null, null, null, null, null, null, null)::toValue)
                .hasMessageContaining("\"type\" is missing");
        assertThatThrownBy(new ValueDto(FieldType.AMOUNT, null, null, null, "1", "ZZZ9", null, null, null)::toValue)
                .hasMessageContaining("no such currency");
    }

    @Test
    void refusesWhatNoDocumentSays() {
        for (String date : List.of("+999999999-01-01", "+10000-01-01", "0000-12-31", "-0001-01-01")) {
            assertThatThrownBy(date(date)::toValue).as(date).isInstanceOf(IllegalArgumentException.class);
        }
        for (String period : List.of("P999999999Y", "P1000Y", "P999Y1M", "P2147483647D", "P2147483647M", "P-1Y", "P0D", "P1Y-400D")) {
            assertThatThrownBy(period(period)::toValue).as(period).isInstanceOf(IllegalArgumentException.class);
        }
        for (String amount : List.of(
                "1E18", "1E2147483647", "1E999999999", "1E-5", "0.00001", "9".repeat(19), "9".repeat(1_000_000), "1E-2147483647")) {
            assertThatThrownBy(amount(amount)::toValue).as("amount").isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void takesTheLargestAndWritesThemShort() {
        assertThat(date("9999-12-31").toValue()).isEqualTo(new FieldValue.Day(LocalDate.of(9999, 12, 31)));
        assertThat(period("P999Y").toValue()).isEqualTo(new FieldValue.Duration(Period.ofYears(999)));
        assertThat(ValueDto.of(amount("-999999999999999999.9999").toValue()).amount()).isEqualTo("-999999999999999999.9999");
        assertThat(ValueDto.of(amount("1E17").toValue()).amount()).isEqualTo("100000000000000000");
        assertThat(ValueDto.of(amount("0E2147483647").toValue()).amount()).isEqualTo("0");
        assertThat(ValueDto.of(amount("0E-2147483647").toValue()).amount()).isEqualTo("0");
        assertThat(ValueDto.of(amount("1.500000").toValue()).amount()).isEqualTo("1.5");
    }

    private static ValueDto period(String period) {
        return new ValueDto(FieldType.PERIOD, null, null, null, null, null, null, period, null);
    }

    private static ValueDto amount(String amount) {
        return new ValueDto(FieldType.AMOUNT, null, null, null, amount, null, null, null, null);
    }

    private static ValueDto date(String date) {
        return new ValueDto(FieldType.DATE, null, null, date, null, null, null, null, null);
    }
}

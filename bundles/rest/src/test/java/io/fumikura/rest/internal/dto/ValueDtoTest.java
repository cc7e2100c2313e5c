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

    private static ValueDto date(String date) {
        return new ValueDto(FieldType.DATE, null, null, date, null, null, null, null, null);
    }
}

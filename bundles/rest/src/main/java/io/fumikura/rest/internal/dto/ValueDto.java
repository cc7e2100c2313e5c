package io.fumikura.rest.internal.dto;

import io.fumikura.document.FieldType;
import io.fumikura.document.FieldValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a field: {@code type} says which of the other components is set.
 *
 * @param text 1 to 2,000 characters
 * @param texts 1 to 100 texts
 * @param date ISO 8601, years 0001 to 9999
 * @param amount decimal with up to 18 digits before and 4 after the point
 * @param currency ISO 4217
 * @param period ISO 8601, e.g. P1Y6M; positive, at most 999 years
 */
public record ValueDto(
        FieldType type,
        @Nullable String text,
        @Nullable List<String> texts,
        @Nullable String date,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable Boolean flag,
        @Nullable String period,
        @Nullable String choice) {

    /** 18 digits, a point, 4 digits, a sign: what is much longer takes long to be read as a number and is none of ours. */
    private static final int LONGEST_AMOUNT = 40;

    public static ValueDto of(FieldValue value) {
        FieldType type = value.type();
        if (value instanceof FieldValue.Text text) {
            return new ValueDto(type, text.value(), null, null, null, null, null, null, null);
        } else if (value instanceof FieldValue.Texts texts) {
            return new ValueDto(type, null, texts.values(), null, null, null, null, null, null);
        } else if (value instanceof FieldValue.Day day) {
            return new ValueDto(type, null, null, day.value().toString(), null, null, null, null, null);
        } else if (value instanceof FieldValue.Money money) {
            String currency = money.currency().map(Currency::getCurrencyCode).orElse(null);
            return new ValueDto(
                    type, null, null, null, money.value().toPlainString(), currency, null, null, null);
        } else if (value instanceof FieldValue.Flag flag) {
            return new ValueDto(type, null, null, null, null, null, flag.value(), null, null);
        } else if (value instanceof FieldValue.Duration duration) {
            return new ValueDto(type, null, null, null, null, null, null, duration.value().toString(), null);
        }
        return new ValueDto(type, null, null, null, null, null, null, null, ((FieldValue.Choice) value).code());
    }

    /** @throws IllegalArgumentException saying what is wrong with it */
    public FieldValue toValue() {
        try {
            return switch (need(type, "type")) {
                case TEXT -> new FieldValue.Text(need(text, "text"));
                case TEXTS -> new FieldValue.Texts(need(texts, "texts"));
                case DATE -> new FieldValue.Day(LocalDate.parse(need(date, "date")));
                case AMOUNT ->
                    new FieldValue.Money(
                            decimal(need(amount, "amount")),
                            Optional.ofNullable(currency).map(ValueDto::known));
                case FLAG -> new FieldValue.Flag(need(flag, "flag"));
                case PERIOD -> new FieldValue.Duration(Period.parse(need(period, "period")));
                case CHOICE -> new FieldValue.Choice(need(choice, "choice"));
            };
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("It is no date or period: " + e.getMessage(), e);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("It is no decimal number.", e);
        }
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > LONGEST_AMOUNT) {
            throw new IllegalArgumentException("An amount has up to 18 digits before and 4 after the point.");
        }
        return new BigDecimal(text);
    }

    private static Currency known(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("There is no such currency; ISO 4217 lists them, e.g. JPY.", e);
        }
    }

    private static <T> T need(@Nullable T value, String component) {
        if (value == null) {
            throw new IllegalArgumentException("Its \"" + component + "\" is missing.");
        }
        return value;
    }
}

package io.fumikura.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A value of a field. Absent values are simply not there; no case is empty. */
@ProviderType
public sealed interface FieldValue {

    /** The form to which it belongs. */
    FieldType type();

    /** @param value not blank, at most 2,000 characters, no control characters but line breaks */
    record Text(String value) implements FieldValue {
        public Text {
            value = Texts.clean(value);
        }

        @Override
        public FieldType type() {
            return FieldType.TEXT;
        }
    }

    /** @param values 1 to 100 texts as in {@link Text}, in order of the document */
    record Texts(List<String> values) implements FieldValue {
        public Texts {
            values = values.stream().map(Texts::clean).toList();
            if (values.isEmpty() || values.size() > 100) {
                throw new IllegalArgumentException("1 to 100 texts, not " + values.size());
            }
        }

        static String clean(String text) {
            String clean = text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
            if (clean.isEmpty() || clean.length() > 2000) {
                throw new IllegalArgumentException("a text has 1 to 2,000 characters, not " + clean.length());
            }
            return clean;
        }

        @Override
        public FieldType type() {
            return FieldType.TEXTS;
        }
    }

    /** @param value year 1 to 9999 */
    record Day(LocalDate value) implements FieldValue {
        public Day {
            if (value.getYear() < 1 || value.getYear() > 9999) {
                throw new IllegalArgumentException("a date lies in the years 1 to 9999, not " + value.getYear());
            }
        }

        @Override
        public FieldType type() {
            return FieldType.DATE;
        }
    }

    /**
     * @param value up to 18 digits before and 4 after the point; may be negative (credit notes)
     * @param currency empty when the document does not say
     */
    record Money(BigDecimal value, Optional<Currency> currency) implements FieldValue {
        public Money {
            // 0E-2147483647 is short as well, and would be written with two thousand million zeros.
            BigDecimal bare = value.stripTrailingZeros();
            if (bare.precision() - (long) bare.scale() > 18 || bare.scale() > 4) {
                throw new IllegalArgumentException("an amount has up to 18 digits before and 4 after the point, not " + value);
            }
            value = value.scale() < 0 || value.scale() > 4 ? bare : value;
        }

        @Override
        public FieldType type() {
            return FieldType.AMOUNT;
        }
    }

    record Flag(boolean value) implements FieldValue {
        @Override
        public FieldType type() {
            return FieldType.FLAG;
        }
    }

    /** @param value positive, at most {@link #MOST_YEARS} years; years, months and days (weeks are days) */
    record Duration(Period value) implements FieldValue {

        /** Land is leased for 999 years; more is a slip of somebody's pen. */
        public static final int MOST_YEARS = 999;

        public Duration {
            if (value.isNegative() || value.isZero() || !isWithin(value)) {
                throw new IllegalArgumentException("a period is positive and at most 999 years, not " + value);
            }
        }

        /** Whether a period is short enough to be one of a document. */
        public static boolean isWithin(Period period) {
            return period.toTotalMonths() + period.getDays() / 28L <= 12L * MOST_YEARS;
        }

        @Override
        public FieldType type() {
            return FieldType.PERIOD;
        }
    }

    /** @param code id of one of the field's choices */
    record Choice(String code) implements FieldValue {
        @Override
        public FieldType type() {
            return FieldType.CHOICE;
        }
    }
}

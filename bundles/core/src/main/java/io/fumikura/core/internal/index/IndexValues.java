package io.fumikura.core.internal.index;

import io.fumikura.document.FieldValue;
import io.fumikura.search.spi.IndexValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.List;

/** How values stand in the index; conditions must use the same. */
public final class IndexValues {

    private static final BigDecimal LARGEST = new BigDecimal("100000000000000");
    private static final double DAYS_PER_MONTH = 30.4375;

    private IndexValues() {}

    static List<IndexValue> of(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return List.of(new IndexValue.Text(text.value()));
        } else if (value instanceof FieldValue.Texts texts) {
            return texts.values().stream().<IndexValue>map(IndexValue.Text::new).toList();
        } else if (value instanceof FieldValue.Day day) {
            return List.of(new IndexValue.Day(day.value()));
        } else if (value instanceof FieldValue.Money money) {
            return List.of(number(money.value()));
        } else if (value instanceof FieldValue.Flag flag) {
            return List.of(new IndexValue.Code(Boolean.toString(flag.value())));
        } else if (value instanceof FieldValue.Duration duration) {
            return List.of(period(duration.value()));
        }
        return List.of(new IndexValue.Code(((FieldValue.Choice) value).code()));
    }

    /** A number within what the index takes; what is beyond sorts last. */
    public static IndexValue number(BigDecimal value) {
        return new IndexValue.Number(value.min(LARGEST).max(LARGEST.negate()));
    }

    public static IndexValue number(long value) {
        return new IndexValue.Number(BigDecimal.valueOf(value));
    }

    /** A period as its days. */
    public static IndexValue period(Period period) {
        return new IndexValue.Number(BigDecimal.valueOf(Math.round(period.toTotalMonths() * DAYS_PER_MONTH) + period.getDays()));
    }

    /** A moment as milliseconds since 1970. */
    public static IndexValue moment(Instant instant) {
        return number(instant.toEpochMilli());
    }
}

package io.fumikura.search.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/** A value as the index sorts, filters and ranges by it. A field has values of one case only. */
@ProviderType
public sealed interface IndexValue {

    /** Sorted by the folded text. */
    record Text(String value) implements IndexValue {}

    /** A code: input state, kind, owner id, flag ({@code true}/{@code false}), choice. Compared exactly. */
    record Code(String value) implements IndexValue {}

    /** Amounts and numbers; exact to four decimals within ±10^14. */
    record Number(BigDecimal value) implements IndexValue {}

    record Day(LocalDate value) implements IndexValue {}
}

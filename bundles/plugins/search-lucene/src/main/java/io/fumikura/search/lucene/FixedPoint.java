package io.fumikura.search.lucene;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Numbers as longs with four decimals; what is beyond ±9 × 10^14 sorts as the end of the range. */
final class FixedPoint {

    private static final int DECIMALS = 4;
    private static final BigInteger LIMIT = BigInteger.valueOf(9_000_000_000_000_000_000L);

    private FixedPoint() {}

    static long of(BigDecimal number, RoundingMode rounding) {
        BigInteger scaled = number.setScale(DECIMALS, rounding).unscaledValue();
        return scaled.min(LIMIT).max(LIMIT.negate()).longValueExact();
    }

    /** Whether the number has no more decimals than the index keeps. */
    static boolean isExact(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= DECIMALS;
    }
}

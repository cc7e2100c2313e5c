package io.fumikura.extract.rules.en;

/**
 * A value read from {@link Prose}.
 *
 * @param value what was read
 * @param start first index in the prose
 * @param end index after the last
 * @param confidence 0…1
 */
record Found<T>(T value, int start, int end, double confidence) {

    <R> Found<R> with(R other) {
        return new Found<>(other, start, end, confidence);
    }

    Found<T> rated(double other) {
        return new Found<>(value, start, end, other);
    }
}

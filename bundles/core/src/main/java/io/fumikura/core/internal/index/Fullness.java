package io.fumikura.core.internal.index;

/**
 * How much an index holds.
 *
 * @param records that it shows
 * @param filling whether it is being filled
 * @param total records that it will show once it is filled
 * @param waiting changes that it does not hold durably yet
 */
public record Fullness(long records, boolean filling, long total, long waiting) {}

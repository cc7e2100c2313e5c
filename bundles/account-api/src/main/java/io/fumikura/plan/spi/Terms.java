package io.fumikura.plan.spi;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Quotas and features of a tier.
 *
 * @param monthlyUploads uploads in a calendar month (tenant's time zone), 0 or more; empty for no limit. Deleting gives nothing back
 * @param maximumFileSize largest file in bytes, 1 or more; the platform takes at most 500 MB (500 × 1024²) however much is allowed
 * @param licences full sessions that a company may have at the same time, 1 or more; empty for no limit
 * @param customFields fields that a company may add to its ledgers, 0 or more; empty for no limit
 * @param features e.g. {@code extraction.en}; see {@link PlanTier.Features}. Unknown ones are shown by their names
 */
public record Terms(
        OptionalLong monthlyUploads, long maximumFileSize, OptionalInt licences, OptionalInt customFields, Set<String> features) {

    public Terms {
        if (monthlyUploads.isPresent() && monthlyUploads.getAsLong() < 0) {
            throw new IllegalArgumentException("monthlyUploads must not be negative.");
        }
        if (maximumFileSize < 1) {
            throw new IllegalArgumentException("maximumFileSize must be positive.");
        }
        if (licences.isPresent() && licences.getAsInt() < 1) {
            throw new IllegalArgumentException("licences must be positive: somebody must be able to work.");
        }
        if (customFields.isPresent() && customFields.getAsInt() < 0) {
            throw new IllegalArgumentException("customFields must not be negative.");
        }
        features = Set.copyOf(features);
    }
}

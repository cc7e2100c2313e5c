package io.fumikura.plan.standard;

import io.fumikura.plan.spi.PlanTier.Features;
import java.util.OptionalLong;
import java.util.Set;

/** What the tiers have in common: figures from a configuration, checked. */
record Quota(OptionalLong monthlyUploads, long maximumFileSize, Set<String> features) {

    private static final long MEGABYTE = 1024 * 1024;
    private static final int LARGEST_MEGABYTES = 500;

    /** @param monthlyUploads 0 or less for no limit */
    static Quota of(long monthlyUploads, int maximumFileMegabytes, boolean english) {
        if (maximumFileMegabytes < 1 || maximumFileMegabytes > LARGEST_MEGABYTES) {
            throw new IllegalArgumentException(
                    "maximumFileMegabytes must be 1 to " + LARGEST_MEGABYTES + ", not " + maximumFileMegabytes);
        }
        return new Quota(
                monthlyUploads > 0 ? OptionalLong.of(monthlyUploads) : OptionalLong.empty(),
                maximumFileMegabytes * MEGABYTE,
                english ? Set.of(Features.ENGLISH_EXTRACTION) : Set.of());
    }
}

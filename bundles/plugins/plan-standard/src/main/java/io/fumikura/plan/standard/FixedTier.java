package io.fumikura.plan.standard;

import io.fumikura.plan.spi.PlanTier;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What the tiers have in common: figures from a configuration, checked once. */
abstract class FixedTier implements PlanTier {

    private static final long MEGABYTE = 1024 * 1024;
    private static final int LARGEST_MEGABYTES = 500;

    private final String id;
    private final OptionalLong monthlyUploads;
    private final OptionalInt licences;
    private final long maximumFileSize;
    private final Set<String> features;

    /**
     * @param monthlyUploads 0 or less for no limit
     * @param licences 0 or less for no limit
     */
    FixedTier(String id, long monthlyUploads, int licences, int maximumFileMegabytes, boolean english) {
        if (maximumFileMegabytes < 1 || maximumFileMegabytes > LARGEST_MEGABYTES) {
            throw new IllegalArgumentException(
                    "maximumFileMegabytes must be 1 to " + LARGEST_MEGABYTES + ", not " + maximumFileMegabytes);
        }
        this.id = id;
        this.monthlyUploads = monthlyUploads > 0 ? OptionalLong.of(monthlyUploads) : OptionalLong.empty();
        this.licences = licences > 0 ? OptionalInt.of(licences) : OptionalInt.empty();
        maximumFileSize = maximumFileMegabytes * MEGABYTE;
        features = english ? Set.of(Features.ENGLISH_EXTRACTION) : Set.of();
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final OptionalLong monthlyUploads() {
        return monthlyUploads;
    }

    @Override
    public final OptionalInt licences() {
        return licences;
    }

    @Override
    public final long maximumFileSize() {
        return maximumFileSize;
    }

    @Override
    public final Set<String> features() {
        return features;
    }
}

package io.fumikura.plan.standard;

import io.fumikura.plan.spi.PlanTier;
import io.fumikura.plan.spi.Terms;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What the tiers have in common: names, and figures from a configuration, checked once. */
abstract class FixedTier implements PlanTier {

    private static final long MEGABYTE = 1024 * 1024;
    private static final int LARGEST_MEGABYTES = 500;

    private final String id;
    private final String japanese;
    private final String english;
    private final Terms terms;

    FixedTier(String id, String japanese, String english, Terms terms) {
        this.id = id;
        this.japanese = japanese;
        this.english = english;
        this.terms = terms;
    }

    /**
     * Terms of configured figures.
     *
     * @param monthlyUploads 0 or less for no limit
     * @param licences 0 or less for no limit
     * @param customFields less than 0 for no limit
     */
    static Terms terms(long monthlyUploads, int licences, int maximumFileMegabytes, int customFields, boolean english) {
        if (maximumFileMegabytes < 1 || maximumFileMegabytes > LARGEST_MEGABYTES) {
            throw new IllegalArgumentException(
                    "maximumFileMegabytes must be 1 to " + LARGEST_MEGABYTES + ", not " + maximumFileMegabytes);
        }
        return new Terms(
                monthlyUploads > 0 ? OptionalLong.of(monthlyUploads) : OptionalLong.empty(),
                maximumFileMegabytes * MEGABYTE,
                licences > 0 ? OptionalInt.of(licences) : OptionalInt.empty(),
                customFields >= 0 ? OptionalInt.of(customFields) : OptionalInt.empty(),
                english ? Set.of(Features.ENGLISH_EXTRACTION) : Set.of());
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String label(Locale language) {
        return language.getLanguage().equals("en") ? english : japanese;
    }

    @Override
    public final Terms terms() {
        return terms;
    }
}

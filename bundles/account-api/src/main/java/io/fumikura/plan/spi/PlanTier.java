package io.fumikura.plan.spi;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** One tier of a plan: its quotas and features. Answers must not change while the plugin runs. */
@ConsumerType
public interface PlanTier {

    /** Stable identity stored with the tenant, lower case with dashes, e.g. {@code standard}. */
    String id();

    /** Uploads in a calendar month (tenant's time zone); empty for no limit. Deleting gives nothing back. */
    OptionalLong monthlyUploads();

    /** Full sessions that a company may have at the same time, 1 or more; empty for no limit. */
    default OptionalInt licences() {
        return OptionalInt.empty();
    }

    /** Largest file in bytes; at most 500 MB (500 × 1024²). */
    long maximumFileSize();

    /** Features of this tier, e.g. {@code extraction.en}; see {@link Features}. */
    Set<String> features();

    /** Names of features that the platform itself asks for. */
    final class Features {
        /** Extraction from English documents. */
        public static final String ENGLISH_EXTRACTION = "extraction.en";

        private Features() {}
    }
}

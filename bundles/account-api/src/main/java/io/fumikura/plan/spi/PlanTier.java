package io.fumikura.plan.spi;

import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/** One tier of a plan: its name, quotas and features. Answers must not change while the plugin runs. */
@ConsumerType
public interface PlanTier {

    /** Stable identity stored with the tenant, lower case with dashes, e.g. {@code standard}. */
    String id();

    /**
     * What people call it, e.g. {@code スタンダード}; 1 to 60 characters.
     *
     * @param language {@link Locale#JAPANESE} or {@link Locale#ENGLISH}
     */
    String label(Locale language);

    /** What a tenant of this tier may use. */
    Terms terms();

    /** Names of features that the platform itself asks for. */
    final class Features {
        /** Extraction from English documents. */
        public static final String ENGLISH_EXTRACTION = "extraction.en";

        private Features() {}
    }
}

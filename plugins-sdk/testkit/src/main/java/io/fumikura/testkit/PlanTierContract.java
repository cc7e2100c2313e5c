package io.fumikura.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.plan.spi.PlanTier;
import org.junit.jupiter.api.Test;

/** What every {@link PlanTier} must keep. */
public abstract class PlanTierContract {

    private static final long LARGEST = 500L * 1024 * 1024;

    /** The tier under test, with its default configuration. */
    protected abstract PlanTier tier();

    @Test
    void idIsLowerCaseWithDashes() {
        assertThat(tier().id()).matches("[a-z][a-z0-9-]{0,39}");
    }

    @Test
    void monthlyUploadsAreNeverNegative() {
        tier().monthlyUploads().ifPresent(uploads -> assertThat(uploads).isNotNegative());
    }

    @Test
    void somebodyMayAlwaysBeSignedIn() {
        tier().licences().ifPresent(licences -> assertThat(licences).isPositive());
    }

    @Test
    void largestFileIsBetweenOneByteAndWhatThePlatformTakes() {
        assertThat(tier().maximumFileSize()).isBetween(1L, LARGEST);
    }

    @Test
    void featuresAreDottedLowerCaseNames() {
        assertThat(tier().features()).allMatch(feature -> feature.matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*"));
    }

    @Test
    void answersDoNotChange() throws Exception {
        PlanTier tier = tier();
        var answers = Together.run(i ->
                tier.id() + tier.monthlyUploads() + tier.licences() + tier.maximumFileSize() + new java.util.TreeSet<>(tier.features()));
        assertThat(answers).containsOnly(answers.get(0));
    }
}

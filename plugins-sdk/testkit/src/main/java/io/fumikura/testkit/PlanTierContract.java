package io.fumikura.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.plan.spi.PlanTier;
import java.util.List;
import java.util.Locale;
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
    void isCalledSomethingInBothLanguages() {
        assertThat(List.of(tier().label(Locale.JAPANESE), tier().label(Locale.ENGLISH)))
                .allSatisfy(label -> assertThat(label).isNotBlank().hasSizeLessThanOrEqualTo(60));
    }

    @Test
    void largestFileIsNotLargerThanWhatThePlatformTakes() {
        assertThat(tier().terms().maximumFileSize()).isLessThanOrEqualTo(LARGEST);
    }

    @Test
    void featuresAreDottedLowerCaseNames() {
        assertThat(tier().terms().features()).allMatch(feature -> feature.matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*"));
    }

    @Test
    void answersDoNotChange() throws Exception {
        PlanTier tier = tier();
        var answers = Together.run(i ->
                tier.id() + tier.label(Locale.JAPANESE) + tier.label(Locale.ENGLISH) + tier.terms().equals(tier.terms()));
        assertThat(answers).containsOnly(answers.get(0)).allMatch(answer -> answer.endsWith("true"));
    }
}

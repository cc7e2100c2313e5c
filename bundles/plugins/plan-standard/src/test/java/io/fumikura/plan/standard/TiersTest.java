package io.fumikura.plan.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.plan.spi.PlanTier;
import io.fumikura.plan.spi.Terms;
import io.fumikura.testkit.PlanTierContract;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TiersTest {

    private static final long LARGEST = 500L * 1024 * 1024;

    @Nested
    class Light extends PlanTierContract {

        @Override
        protected PlanTier tier() {
            return new LightTier(config(LightTier.Config.class, Map.of()));
        }

        @Test
        void takesAHundredDocumentsAMonth() {
            assertTier(tier(), "light", "ライト", terms(OptionalLong.of(100), OptionalInt.of(5), OptionalInt.of(10), Set.of()));
        }
    }

    @Nested
    class Standard extends PlanTierContract {

        @Override
        protected PlanTier tier() {
            return new StandardTier(config(StandardTier.Config.class, Map.of()));
        }

        @Test
        void takesAThousandDocumentsAMonth() {
            assertTier(tier(), "standard", "スタンダード", terms(OptionalLong.of(1000), OptionalInt.of(20), OptionalInt.of(50), Set.of()));
        }
    }

    @Nested
    class Business extends PlanTierContract {

        @Override
        protected PlanTier tier() {
            return new BusinessTier(config(BusinessTier.Config.class, Map.of()));
        }

        @Test
        void takesAnyNumberAndReadsEnglish() {
            assertTier(tier(), "business", "ビジネス", terms(OptionalLong.empty(), OptionalInt.empty(), OptionalInt.empty(), Set.of("extraction.en")));
        }
    }

    @Test
    void figuresCanBeConfigured() {
        PlanTier tier = new LightTier(config(
                LightTier.Config.class,
                Map.of("monthlyUploads", 7L, "licences", 0, "maximumFileMegabytes", 3, "customFields", 0, "englishExtraction", true)));
        assertThat(tier.terms().monthlyUploads()).hasValue(7);
        assertThat(tier.terms().licences()).isEmpty();
        assertThat(tier.terms().maximumFileSize()).isEqualTo(3 * 1024 * 1024);
        assertThat(tier.terms().customFields()).hasValue(0);
        assertThat(tier.terms().features()).containsExactly("extraction.en");
    }

    @Test
    void namesAWrongFigure() {
        assertThatThrownBy(() -> new LightTier(config(LightTier.Config.class, Map.of("maximumFileMegabytes", 501))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maximumFileMegabytes");
    }

    private static Terms terms(OptionalLong uploads, OptionalInt licences, OptionalInt fields, Set<String> features) {
        return new Terms(uploads, LARGEST, licences, fields, features);
    }

    private static void assertTier(PlanTier tier, String id, String label, Terms terms) {
        assertThat(tier.id()).isEqualTo(id);
        assertThat(tier.label(Locale.JAPANESE)).isEqualTo(label);
        assertThat(tier.label(Locale.ENGLISH)).isEqualToIgnoringCase(id);
        assertThat(tier.terms()).isEqualTo(terms);
    }

    /** A configuration with the defaults that stand in its type. */
    private static <C> C config(Class<C> type, Map<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}

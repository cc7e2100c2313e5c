package io.fumikura.plan.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.plan.spi.PlanTier;
import io.fumikura.testkit.PlanTierContract;
import java.lang.reflect.Proxy;
import java.util.Map;
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
            assertTier(tier(), "light", OptionalLong.of(100), Set.of());
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
            assertTier(tier(), "standard", OptionalLong.of(1000), Set.of());
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
            assertTier(tier(), "business", OptionalLong.empty(), Set.of("extraction.en"));
        }
    }

    @Test
    void figuresCanBeConfigured() {
        PlanTier tier = new LightTier(config(
                LightTier.Config.class,
                Map.of("monthlyUploads", 7L, "maximumFileMegabytes", 3, "englishExtraction", true)));
        assertThat(tier.monthlyUploads()).hasValue(7);
        assertThat(tier.maximumFileSize()).isEqualTo(3 * 1024 * 1024);
        assertThat(tier.features()).containsExactly("extraction.en");
    }

    @Test
    void namesAWrongFigure() {
        assertThatThrownBy(() -> new LightTier(config(LightTier.Config.class, Map.of("maximumFileMegabytes", 501))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maximumFileMegabytes");
    }

    private static void assertTier(PlanTier tier, String id, OptionalLong uploads, Set<String> features) {
        assertThat(tier.id()).isEqualTo(id);
        assertThat(tier.monthlyUploads()).isEqualTo(uploads);
        assertThat(tier.maximumFileSize()).isEqualTo(LARGEST);
        assertThat(tier.features()).isEqualTo(features);
    }

    /** A configuration with the defaults that stand in its type. */
    private static <C> C config(Class<C> type, Map<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}

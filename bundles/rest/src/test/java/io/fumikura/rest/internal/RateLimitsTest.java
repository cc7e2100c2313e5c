package io.fumikura.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private long nanos = Long.MAX_VALUE - 5;
    private final RateLimits limits = new RateLimits(
            config(Map.of("userPerSecond", 2, "userBurst", 10, "addressPerSecond", 1, "addressBurst", 5)), () -> nanos);

    private static RateLimits.Config config(Map<String, Integer> values) {
        return (RateLimits.Config) Proxy.newProxyInstance(
                RateLimits.Config.class.getClassLoader(),
                new Class<?>[] {RateLimits.Config.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), (Integer) method.getDefaultValue()));
    }

    private static Caller somebody() {
        return new Caller(TenantId.random(), UserId.random(), "花子", Set.of(), Locale.JAPANESE, "r");
    }

    private void pass(long seconds) {
        nanos += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void whoSendsMoreThanTheBurstIsToldWhenToGoOn() {
        Caller hanako = somebody();
        for (int i = 0; i < 10; i++) {
            limits.count(hanako);
        }

        PlatformException refused = catchThrowableOfType(PlatformException.class, () -> limits.count(hanako));
        assertThat(refused).returns("rate.limited", PlatformException::code).returns(Category.TOO_MANY, PlatformException::category);
        assertThat(refused.details()).containsEntry("retryAfter", 1L);
        var answer = new ProblemMapper().toResponse(refused);
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeaderString("Retry-After")).isEqualTo("1");
    }

    @Test
    void timeFillsTheBucketAgainButNotOverItsRim() {
        Caller hanako = somebody();
        for (int i = 0; i < 10; i++) {
            limits.count(hanako);
        }
        pass(2);
        for (int i = 0; i < 4; i++) {
            limits.count(hanako);
        }
        assertThat(catchThrowableOfType(PlatformException.class, () -> limits.count(hanako))).isNotNull();

        pass(3600);
        for (int i = 0; i < 10; i++) {
            limits.count(hanako);
        }
        assertThat(catchThrowableOfType(PlatformException.class, () -> limits.count(hanako))).isNotNull();
    }

    @Test
    void oneUserDoesNotSlowAnotherNorStrangersAtTheSameAddress() {
        Caller hanako = somebody();
        for (int i = 0; i < 5; i++) {
            limits.count("192.0.2.1");
        }
        assertThat(catchThrowableOfType(PlatformException.class, () -> limits.count("192.0.2.1"))).isNotNull();
        assertThatCode(() -> limits.count("192.0.2.2")).doesNotThrowAnyException();
        for (int i = 0; i < 10; i++) {
            limits.count(hanako);
        }
        assertThatCode(() -> limits.count(somebody())).doesNotThrowAnyException();
    }

    @Test
    void zeroLiftsALimit() {
        var none = new RateLimits(config(Map.of("userPerSecond", 0, "userBurst", 1)), () -> nanos);
        Caller hanako = somebody();
        for (int i = 0; i < 10_000; i++) {
            none.count(hanako);
        }
    }

    @Test
    void scrollingThroughPagesIsNotCounted() {
        List<String> free = Arrays.stream(PreviewResource.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Plentiful.class))
                .map(Method::getName)
                .toList();
        assertThat(free).containsExactlyInAnyOrder("image", "text");
    }
}

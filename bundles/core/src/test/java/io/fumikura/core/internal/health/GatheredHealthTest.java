package io.fumikura.core.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.health.spi.HealthCheck;
import io.fumikura.health.spi.HealthCheck.Health;
import io.fumikura.health.spi.HealthCheck.Status;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GatheredHealthTest {

    private static HealthCheck check(String part, Supplier<Health> health) {
        return new HealthCheck() {
            @Override
            public String part() {
                return part;
            }

            @Override
            public Health check() {
                return health.get();
            }
        };
    }

    @Test
    void checksThatThrowOrHangAreErrorsOfTheirOwnPartOnly() {
        var never = new CountDownLatch(1);
        var report = new GatheredHealth(List.of(
                check("good", () -> Health.ok("fine")),
                check("throwing", () -> {
                    throw new IllegalStateException("no");
                }),
                check("hanging", () -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Health.ok("late");
                })));

        var parts = report.parts();

        assertThat(parts).containsOnlyKeys("good", "hanging", "throwing");
        assertThat(parts.get("good").status()).isEqualTo(Status.OK);
        assertThat(parts.get("throwing").status()).isEqualTo(Status.ERROR);
        assertThat(parts.get("hanging").message()).contains("two seconds");
        assertThat(report.ready()).isTrue();
    }

    @Test
    void aVitalPartInErrorMeansNotReady() {
        assertThat(new GatheredHealth(List.of(check("database", () -> Health.error("gone", true)))).ready()).isFalse();
        assertThat(new BlobCheck(null).check().vital()).isTrue();
        assertThat(DiskCheck.judge(100).vital()).isTrue();
        assertThat(DiskCheck.judge(1000).status()).isEqualTo(Status.WARNING);
        assertThat(DiskCheck.judge(10000).status()).isEqualTo(Status.OK);
    }
}

package io.fumikura.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OutageTest {

    private Instant now = Instant.parse("2026-11-20T00:00:00Z");
    private final Outage outage = new Outage(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            new Pauses(Duration.ofSeconds(5), Duration.ofSeconds(300)));

    @Test
    void pausesLongerEachTimeUpToTheLongest() {
        int tries = 0;
        Instant end = now.plus(Duration.ofHours(1));
        while (now.isBefore(end)) {
            outage.failed("away");
            tries++;
            now = now.plus(outage.remaining());
        }
        assertThat(tries).as("tries in an hour").isBetween(12, 20);
        assertThat(outage.reason()).contains("away");
    }

    @Test
    void countsWorkersThatFailTogetherOnce() {
        outage.failed("away");
        outage.failed("away");
        assertThat(outage.remaining()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void endsWithTheFirstAnswer() {
        outage.failed("away");
        outage.over();
        assertThat(outage.remaining()).isZero();
        assertThat(outage.reason()).isEmpty();
        outage.failed("away");
        assertThat(outage.remaining()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aClockSetBackMakesNobodyWaitForDays() {
        outage.failed("away");
        now = now.minus(Duration.ofDays(30));
        assertThat(outage.remaining()).isEqualTo(Duration.ofSeconds(300));
    }

    @Test
    void triesAtOnceAfterAChange() {
        outage.failed("wrong password");
        outage.tryNow();
        assertThat(outage.remaining()).isZero();
        assertThat(outage.reason()).contains("wrong password");
    }
}

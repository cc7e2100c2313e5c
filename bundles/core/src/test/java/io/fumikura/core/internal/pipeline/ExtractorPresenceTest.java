package io.fumikura.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.document.spi.FieldExtractor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExtractorPresenceTest {

    private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Plugins plugins = new Plugins();
    private Instant now = START;
    private ExtractorPresence presence = presence();

    private ExtractorPresence presence() {
        return new ExtractorPresence(plugins.extractors(), GRACE, new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    private void comes(String name, String version) {
        plugins.extractors().add(name, Plugin.<FieldExtractor>of(name + " " + version, new SamplePlugins.PlainExtractor()));
        presence.now();
    }

    private void goes(String name) {
        plugins.extractors().remove(name);
        presence.now();
    }

    @Test
    void anExtractorThatHasJustGoneIsAwaitedAndLaterMissing() {
        comes("rules", "1.0.0");
        goes("rules");
        assertThat(presence.now().awaited()).containsExactly("rules");
        assertThat(presence.now().missing()).isEmpty();

        now = now.plus(GRACE);
        assertThat(presence.now().awaited()).isEmpty();
        assertThat(presence.now().missing()).containsExactly("rules");

        now = START.plus(ExtractorPresence.REMEMBERED);
        assertThat(presence.now().missing()).isEmpty();
    }

    @Test
    void anotherVersionIsTheSameExtractor() {
        comes("rules", "1.0.0");
        goes("rules");
        comes("rules", "1.1.0");

        assertThat(presence.now().awaited()).isEmpty();
        assertThat(presence.now().identities()).containsExactly("rules");
    }

    @Test
    void whoWaitsLooksAgainWhenTheGraceEndsOrTheExtractorIsBack() {
        comes("rules", "1.0.0");
        goes("rules");
        assertThat(presence.waitingEnded()).isFalse();
        now = now.plus(GRACE);
        assertThat(presence.waitingEnded()).isTrue();
        assertThat(presence.waitingEnded()).isFalse();

        comes("rules", "1.0.0");
        goes("rules");
        assertThat(presence.waitingEnded()).isFalse();
        comes("rules", "1.0.0");
        assertThat(presence.waitingEnded()).isTrue();
    }

    @Test
    void afterAStartThoseThatRanBeforeAreAwaited() {
        comes("rules", "1.0.0");
        comes("learning", "1.0.0");
        goes("learning");
        assertThat(presence.known()).isEqualTo(Map.of("rules", Optional.empty(), "learning", Optional.of(START)));
        var known = presence.known();

        now = now.plus(Duration.ofHours(1));
        plugins.extractors().remove("rules");
        presence = presence();
        presence.recall(known);

        assertThat(presence.now().awaited()).containsExactly("rules");
        assertThat(presence.now().missing()).containsExactly("learning");
    }
}

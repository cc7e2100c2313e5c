package io.fumikura.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.core.internal.plugin.PluginException.Sort;
import io.fumikura.document.spi.DocumentException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PluginCallsTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final PluginCalls calls = new PluginCalls(Duration.ofMillis(30));
    private final Plugin<String> plugin = Plugin.of("sample 1.0.0", "service");

    @AfterEach
    void close() {
        calls.close();
    }

    @Test
    void givesTheAnswer() throws Exception {
        assertThat(calls.<String, String>call(plugin, Deadline.in(LONG), service -> service + "!")).isEqualTo("service!");
    }

    @Test
    void namesThePluginThatThrows() {
        assertFailure(Sort.FAILED, service -> {
            throw new IllegalStateException("secret");
        });
        assertFailure(Sort.FAILED, service -> recurse(1));
        assertFailure(Sort.FAILED, service -> {
            throw new NoClassDefFoundError("gone/Away");
        });
        assertFailure(Sort.FAILED, service -> {
            throw new OutOfMemoryError("as a plugin sees it");
        });
    }

    @Test
    void passesOnWhatThePluginSaysOfTheDocument() {
        assertThatThrownBy(() -> calls.call(plugin, Deadline.in(LONG), service -> {
            throw new DocumentException(DocumentException.Reason.CORRUPT, "It is cut off.");
        })).isInstanceOf(DocumentException.class).hasMessage("It is cut off.");
    }

    @Test
    void interruptsACallThatTakesTooLong() throws Exception {
        var interrupted = new CountDownLatch(1);
        assertThatThrownBy(() -> calls.call(plugin, Deadline.in(SHORT), service -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            return "";
        })).isInstanceOfSatisfying(PluginException.class, e -> assertThat(e.sort()).isEqualTo(Sort.TOO_SLOW));
        interrupted.await();
        assertThat(calls.hanging()).isEmpty();
    }

    @Test
    void goesOnWithoutAThreadThatDoesNotStopAndSaysSo() throws Exception {
        var release = new CountDownLatch(1);
        while (calls.hanging().getOrDefault("sample 1.0.0", 0) < 4) { // on a busy machine a call may be given up before it began
            assertFailure(Sort.TOO_SLOW, service -> hang(release), SHORT);
        }
        assertThat(calls.hanging()).containsEntry("sample 1.0.0", 4);

        var called = new AtomicInteger();
        assertFailure(Sort.TOO_SLOW, service -> called.incrementAndGet(), LONG);
        assertThat(called).hasValue(0);
        assertThat(calls.<String, String>call(Plugin.of("other 1.0.0", "x"), Deadline.in(LONG), service -> service)).isEqualTo("x");

        release.countDown();
        while (!calls.hanging().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(calls.<String, String>call(plugin, Deadline.in(LONG), service -> service)).isEqualTo("service");
    }

    @Test
    void letsProgressMoveTheDeadline() throws Exception {
        Deadline deadline = Deadline.in(Duration.ofMillis(1), LONG);
        deadline.extend(LONG);
        assertThat(calls.<String, String>call(plugin, deadline, service -> service)).isEqualTo("service");
    }

    @Test
    void saysThatAPluginIsGone() {
        Plugin<String> gone = new Plugin<>() {
            @Override
            public String name() {
                return "gone 1.0.0";
            }

            @Override
            public Optional<String> lease() {
                return Optional.empty();
            }

            @Override
            public void release(String service) {}
        };
        assertThatThrownBy(() -> calls.call(gone, Deadline.in(LONG), service -> ""))
                .isInstanceOfSatisfying(PluginException.class, e -> assertThat(e.sort()).isEqualTo(Sort.GONE));
    }

    private void assertFailure(Sort sort, PluginCalls.Call<String, Object> call) {
        assertFailure(sort, call, LONG);
    }

    private void assertFailure(Sort sort, PluginCalls.Call<String, Object> call, Duration limit) {
        assertThatThrownBy(() -> calls.call(plugin, Deadline.in(limit), call))
                .isInstanceOfSatisfying(PluginException.class, e -> {
                    assertThat(e.sort()).isEqualTo(sort);
                    assertThat(e.getMessage()).contains("sample 1.0.0").doesNotContain("secret");
                });
    }

    private static int recurse(int depth) {
        return recurse(depth + 1) + 1;
    }

    private static Object hang(CountDownLatch release) {
        while (true) {
            try {
                release.await();
                return "";
            } catch (InterruptedException stubborn) {
                continue;
            }
        }
    }
}

package io.fumikura.core.internal.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failures per key in a window of time; remembers the last 10,000 keys. */
public final class Attempts {

    private static final int KEYS = 10_000;

    private final int limit;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > KEYS;
        }
    };

    private record Window(Instant end, int count) {}

    public Attempts(int limit, Duration window, Clock clock) {
        this.limit = limit;
        this.window = window;
        this.clock = clock;
    }

    public synchronized boolean isOver(String key) {
        Window present = windows.get(key);
        return present != null && isOpen(present) && present.count() >= limit;
    }

    public synchronized void count(String key) {
        Instant now = clock.instant();
        Window present = windows.get(key);
        windows.put(
                key,
                present == null || !isOpen(present)
                        ? new Window(now.plus(window), 1)
                        : new Window(present.count() + 1 == limit ? now.plus(window) : present.end(), present.count() + 1));
    }

    /** A window that ends later than any can was begun before the clock was put back. */
    private boolean isOpen(Window present) {
        Instant now = clock.instant();
        return present.end().isAfter(now) && !present.end().isAfter(now.plus(window));
    }
}

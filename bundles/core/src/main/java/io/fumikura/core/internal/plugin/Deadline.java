package io.fumikura.core.internal.plugin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** When a call's time is over; progress may move it, up to a last moment. Thread-safe. */
public final class Deadline {

    private final AtomicLong end;
    private final long last;

    private Deadline(Duration limit, Duration most) {
        long now = System.nanoTime();
        end = new AtomicLong(now + limit.toNanos());
        last = now + most.toNanos();
    }

    public static Deadline in(Duration limit) {
        return new Deadline(limit, limit);
    }

    /** @param most however much progress there is */
    public static Deadline in(Duration limit, Duration most) {
        return new Deadline(limit, most);
    }

    public void extend(Duration by) {
        end.addAndGet(by.toNanos());
    }

    long remainingNanos() {
        long now = System.nanoTime();
        return Math.min(end.get() - now, last - now);
    }
}

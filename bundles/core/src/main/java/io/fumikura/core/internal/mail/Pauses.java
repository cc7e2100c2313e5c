package io.fumikura.core.internal.mail;

import java.time.Duration;

/** Pauses between tries: the first, then each twice as long as the one before, up to the longest. */
record Pauses(Duration first, Duration longest) {

    Duration after(int failures) {
        long factor = 1L << Math.min(failures, 30);
        Duration pause = first.multipliedBy(factor);
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}

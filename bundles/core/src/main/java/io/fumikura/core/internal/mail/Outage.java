package io.fumikura.core.internal.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the mail server can be reached. After a failure all workers pause, longer each time, so that a server that is away for an hour is not
 * asked once per mail; the first success ends it. Thread-safe.
 */
final class Outage {

    private final Clock clock;
    private final Pauses pauses;
    private int failures;
    private @Nullable String reason;
    private Instant until = Instant.MIN;

    Outage(Clock clock, Pauses pauses) {
        this.clock = clock;
        this.pauses = pauses;
    }

    /** How long still to wait; zero when a mail may be tried. */
    synchronized Duration remaining() {
        Duration left = until.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), until);
        // A clock set back must not make mails wait for days.
        return left.isNegative() ? Duration.ZERO : left.compareTo(pauses.longest()) > 0 ? pauses.longest() : left;
    }

    /** The server could not be reached. Several workers that find it out at the same time count once. */
    synchronized void failed(String why) {
        reason = why;
        if (remaining().isZero()) {
            until = clock.instant().plus(pauses.after(failures));
            failures++;
        }
    }

    /** The server answered. */
    synchronized void over() {
        failures = 0;
        reason = null;
        until = Instant.MIN;
    }

    /** Something changed, e.g. the configuration: try at once, but remember until then what was wrong. */
    synchronized void tryNow() {
        failures = 0;
        until = Instant.MIN;
    }

    /** Why no mail can be sent; empty when all is well as far as is known. */
    synchronized Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}

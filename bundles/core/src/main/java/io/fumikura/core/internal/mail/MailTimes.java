package io.fumikura.core.internal.mail;

import java.time.Duration;

/**
 * How long mails wait and stay.
 *
 * @param outage between tries while the mail server can't be reached
 * @param delay between tries of a mail that the server takes later
 * @param giveUp after the first try; then the mail is put aside
 * @param keep after a mail was put, sent or put aside since; zero keeps it for ever
 */
record MailTimes(Pauses outage, Pauses delay, Duration giveUp, Duration keep) {

    private static final Duration FIRST_OUTAGE_PAUSE = Duration.ofSeconds(5);
    private static final Duration FIRST_DELAY = Duration.ofMinutes(1);

    static MailTimes of(MailConfig config) {
        return new MailTimes(
                new Pauses(FIRST_OUTAGE_PAUSE, Duration.ofSeconds(Math.max(1, config.longest_outage_pause_seconds()))),
                new Pauses(FIRST_DELAY, Duration.ofSeconds(Math.max(1, config.longest_delay_seconds()))),
                Duration.ofDays(Math.max(0, config.park_days())),
                Duration.ofDays(Math.max(0, config.keep_days())));
    }
}

package io.fumikura.core.internal.history;

import java.util.OptionalLong;
import java.util.UUID;

/** What the verification of one log finds, and up to where the log is sound. */
final class LogFindings {

    private final Findings all;
    private final UUID log;
    private long firstBad = Long.MAX_VALUE;

    LogFindings(Findings all, UUID log) {
        this.all = all;
        this.log = log;
    }

    void bad(String code, long sequence, String message) {
        firstBad = Math.min(firstBad, Math.max(0, sequence));
        all.bad(code, log, sequence, message);
    }

    void warning(String code, long sequence, String message) {
        all.warning(code, log, sequence, message);
    }

    /** Whether nothing bad was found before an entry. */
    boolean isSoundBefore(long sequence) {
        return firstBad >= sequence;
    }

    /** The first entry that something bad was found about. */
    OptionalLong firstBad() {
        return firstBad == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(firstBad);
    }
}

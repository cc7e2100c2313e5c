package io.fumikura.core.internal.index;

import io.fumikura.account.TenantId;
import java.time.Duration;
import java.util.List;

/** Lets callers wait until the index shows what they have just written. Thread-safe. */
final class OwnWrites {

    private static final int WATCHED = 5000;
    private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Outbox outbox;
    private final Progress progress;
    private final Bell bell;

    OwnWrites(Outbox outbox, Progress progress, Bell bell) {
        this.outbox = outbox;
        this.progress = progress;
        this.bell = bell;
    }

    boolean await(TenantId tenant) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            long seen = progress.steps();
            if (progress.isTroubled()) {
                return false;
            }
            List<Long> ids = outbox.ids(tenant, WATCHED);
            if (ids.size() == WATCHED) {
                return false;
            }
            if (progress.shows(ids)) {
                return true;
            }
            bell.ringUrgently();
            if (!progress.await(seen, deadline)) {
                return false;
            }
        }
    }
}

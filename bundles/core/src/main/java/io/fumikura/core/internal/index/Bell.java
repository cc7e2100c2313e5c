package io.fumikura.core.internal.index;

/** Wakes the feeder. Thread-safe. */
final class Bell {

    private static final long IDLE_MILLIS = 1000;
    /** While nobody waits for it, so that an index that shows each batch at once has fewer of them to show. */
    private static final long GATHERING_MILLIS = 150;

    private boolean rung;
    private boolean urgent;
    private boolean stopped;

    /** There is something to do. */
    synchronized void ring() {
        if (!rung) {
            rung = true;
            notifyAll();
        }
    }

    /** Somebody waits for it. */
    synchronized void ringUrgently() {
        rung = true;
        urgent = true;
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** Returns when it rings, or after a second; in any case only after a second when there was trouble. */
    synchronized void await(boolean troubled) {
        if (troubled || !rung) {
            pause(IDLE_MILLIS);
        }
        if (rung && !urgent && !troubled) {
            pause(GATHERING_MILLIS);
        }
        rung = false;
        urgent = false;
    }

    private void pause(long millis) {
        try {
            if (!stopped) {
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}

package io.fumikura.core.internal.persistence;

import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes commits durable where the database itself does not (H2 writes at commit, but does not fsync). Threads that wait at the same time
 * share one sync: it covers every commit made before it began. Waiting is not interruptible, because the commit has happened already.
 */
final class GroupCommit {

    @FunctionalInterface
    interface Sync {
        void sync() throws SQLException;
    }

    private final Sync sync;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long asked;
    private long done;
    private boolean running;

    GroupCommit(Sync sync) {
        this.sync = sync;
    }

    /** Returns when everything that was committed before the call is on disk. */
    void await() throws SQLException {
        lock.lock();
        try {
            long mine = ++asked;
            while (done < mine) {
                if (running) {
                    changed.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Syncs without the lock for all who have asked so far. When it fails, each of them tries for itself. */
    private void lead() throws SQLException {
        long covered = asked;
        running = true;
        lock.unlock();
        boolean synced = false;
        try {
            sync.sync();
            synced = true;
        } finally {
            lock.lock();
            running = false;
            done = synced ? Math.max(done, covered) : done;
            changed.signalAll();
        }
    }
}

package io.fumikura.core.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GroupCommitTest {

    @Test
    void thoseWhoAskDuringASyncShareTheNextOne() throws Exception {
        var syncs = new AtomicInteger();
        var firstRuns = new CountDownLatch(1);
        var letFirstEnd = new CountDownLatch(1);
        var commits = new GroupCommit(() -> {
            if (syncs.incrementAndGet() == 1) {
                firstRuns.countDown();
                await(letFirstEnd);
            }
        });
        var pool = Executors.newCachedThreadPool();
        var asking = new AtomicInteger();
        try {
            var first = pool.submit(() -> waitFor(commits));
            firstRuns.await();
            var others = java.util.stream.IntStream.range(0, 10)
                    .mapToObj(i -> new Thread(() -> {
                        asking.incrementAndGet();
                        waitFor(commits);
                    }))
                    .toList();
            others.forEach(Thread::start);
            while (others.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
                Thread.onSpinWait();
            }
            letFirstEnd.countDown();
            first.get();
            for (Thread other : others) {
                other.join();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(asking).hasValue(10);
        assertThat(syncs).hasValue(2);
    }

    @Test
    void aFailedSyncIsTold() {
        var commits = new GroupCommit(() -> {
            throw new SQLException("disk full");
        });

        assertThatThrownBy(commits::await).hasMessage("disk full");
        assertThatThrownBy(commits::await).hasMessage("disk full");
    }

    private static boolean waitFor(GroupCommit commits) {
        try {
            commits.await();
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) throws SQLException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new SQLException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
    }
}

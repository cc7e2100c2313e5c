package io.fumikura.core.internal.ingest;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets uploads of the same bytes register one after the other, so that the second one sees the first as its original. */
final class SameBytes {

    private final Lock[] stripes = new Lock[1024];

    SameBytes() {
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = new ReentrantLock();
        }
    }

    <T> T oneByOne(String sha256, Supplier<T> work) {
        Lock lock = stripes[Math.floorMod(sha256.hashCode(), stripes.length)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}

package io.fumikura.core.internal.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a plugin's method on a thread of its own for a limited time; a thread that ignores interruption is left behind. */
public final class TimeLimit {

    private TimeLimit() {}

    /** @throws TimeoutException when the time is over; the call was interrupted */
    public static <T> T call(String name, Duration limit, Callable<T> work)
            throws ExecutionException, TimeoutException, InterruptedException {
        var task = new FutureTask<>(work);
        var thread = new Thread(task, "fumikura-" + name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            task.cancel(true);
        }
    }
}

package io.fumikura.core.internal.plugin;

import io.fumikura.core.internal.plugin.PluginException.Sort;
import io.fumikura.document.spi.DocumentException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls plugins. When the time of a call is over, its thread is interrupted; when it does not end within a grace either, it is left to
 * itself and said so, and the caller goes on. A plugin with too many such threads is not called any more until they end.
 */
@Component(service = PluginCalls.class)
public final class PluginCalls {

    /** What to do with the plugin. */
    @FunctionalInterface
    public interface Call<T, R> {
        R on(T service) throws DocumentException, InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(PluginCalls.class);
    private static final int MOST_ABANDONED = 4;

    private final Duration grace;
    private final ThreadPoolExecutor threads;
    private final Set<Thread> waiting = new HashSet<>();
    private boolean stopping;
    private final Map<String, AtomicInteger> abandoned = new ConcurrentHashMap<>();

    @Activate
    public PluginCalls() {
        this(Duration.ofSeconds(3));
    }

    PluginCalls(Duration grace) {
        this.grace = grace;
        var count = new AtomicInteger();
        threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            var thread = new Thread(work, "fumikura-plugin-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    public void close() {
        stopWaiting();
        threads.shutdownNow();
    }

    /**
     * Makes all who wait for a plugin, now or later, give up with an {@link InterruptedException}. Their threads are interrupted only while they
     * wait here, because an interrupt in the middle of its work would close the file of an embedded database.
     */
    private void stopWaiting() {
        synchronized (waiting) {
            stopping = true;
            waiting.forEach(Thread::interrupt);
        }
    }

    private void beginWaiting() throws InterruptedException {
        synchronized (waiting) {
            if (stopping) {
                throw new InterruptedException("The platform stops.");
            }
            waiting.add(Thread.currentThread());
        }
    }

    private void endWaiting() throws InterruptedException {
        synchronized (waiting) {
            waiting.remove(Thread.currentThread());
            if (stopping) {
                Thread.interrupted();
                throw new InterruptedException("The platform stops.");
            }
        }
    }

    /** Names of plugins of which calls hang now, with the number of their threads. */
    public Map<String, Integer> hanging() {
        var now = new TreeMap<String, Integer>();
        abandoned.forEach((name, number) -> {
            if (number.get() > 0) {
                now.put(name, number.get());
            }
        });
        return now;
    }

    /**
     * Calls a plugin on a thread of its own.
     *
     * @throws DocumentException as the plugin says
     * @throws PluginException when it is gone, fails in another way or takes too long
     * @throws InterruptedException when the caller is interrupted; so is the plugin then
     */
    public <T, R> R call(Plugin<T> plugin, Deadline deadline, Call<T, R> call)
            throws DocumentException, PluginException, InterruptedException {
        if (abandoned(plugin).get() >= MOST_ABANDONED) {
            throw new PluginException(
                    Sort.TOO_SLOW, plugin.name() + " hangs: " + MOST_ABANDONED + " calls have not come back. Update or restart it.", null);
        }
        var end = new End(abandoned(plugin));
        var task = new FutureTask<R>(() -> {
            end.started();
            try {
                return leased(plugin, call);
            } finally {
                end.reached();
            }
        });
        execute(task);
        try {
            return await(task, deadline);
        } catch (ExecutionException e) {
            throw failure(plugin, e.getCause());
        } catch (TimeoutException e) {
            stop(plugin, task, end);
            throw new PluginException(Sort.TOO_SLOW, plugin.name() + " took too long and was stopped.", e);
        } catch (InterruptedException e) {
            task.cancel(true);
            throw e;
        }
    }

    private void execute(FutureTask<?> task) throws InterruptedException {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException e) {
            throw new InterruptedException("The platform stops.");
        }
    }

    private <R> R await(FutureTask<R> task, Deadline deadline)
            throws ExecutionException, TimeoutException, InterruptedException {
        while (true) {
            beginWaiting();
            try {
                return task.get(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (deadline.remainingNanos() <= 0) {
                    throw e;
                }
            } finally {
                endWaiting();
            }
        }
    }

    private static <T, R> R leased(Plugin<T> plugin, Call<T, R> call) throws Exception {
        T service = plugin.lease().orElseThrow(
                () -> new PluginException(Sort.GONE, plugin.name() + " was taken away.", null));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(service.getClass().getClassLoader());
        try {
            return call.on(service);
        } finally {
            thread.setContextClassLoader(before);
            plugin.release(service);
        }
    }

    private void stop(Plugin<?> plugin, FutureTask<?> task, End end) throws InterruptedException {
        task.cancel(true);
        if (!end.await(grace) && end.abandon()) {
            LOG.warn("{} does not stop when its time is over; its thread is left to itself.", plugin.name());
        }
    }

    /** The end of a call, which may come long after its caller stopped waiting. */
    private static final class End {
        private final AtomicInteger abandonedCalls;
        private final CountDownLatch ended = new CountDownLatch(1);
        private boolean isStarted;
        private boolean isAbandoned;

        End(AtomicInteger abandonedCalls) {
            this.abandonedCalls = abandonedCalls;
        }

        boolean await(Duration grace) throws InterruptedException {
            return ended.await(grace.toNanos(), TimeUnit.NANOSECONDS);
        }

        synchronized void started() {
            isStarted = true;
        }

        synchronized void reached() {
            ended.countDown();
            if (isAbandoned) {
                abandonedCalls.decrementAndGet();
            }
        }

        synchronized boolean abandon() {
            if (isStarted && ended.getCount() > 0) {
                isAbandoned = true;
                abandonedCalls.incrementAndGet();
            }
            return isAbandoned;
        }
    }

    private AtomicInteger abandoned(Plugin<?> plugin) {
        return abandoned.computeIfAbsent(plugin.name(), name -> new AtomicInteger());
    }

    private static PluginException failure(Plugin<?> plugin, Throwable cause) throws DocumentException, PluginException {
        if (plugin.isGone()) {
            return new PluginException(Sort.GONE, plugin.name() + " was taken away.", cause);
        }
        if (cause instanceof DocumentException expected) {
            throw expected;
        }
        if (cause instanceof PluginException named) {
            throw named;
        }
        // Not logged with its trace at a higher level: messages of strangers may hold text of documents.
        LOG.warn("{} failed with {}.", plugin.name(), cause.getClass().getName());
        LOG.debug("Cause", cause);
        return new PluginException(Sort.FAILED, plugin.name() + " failed (" + cause.getClass().getSimpleName() + ").", cause);
    }
}

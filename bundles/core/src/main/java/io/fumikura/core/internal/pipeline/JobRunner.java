package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.pipeline.ExtractorMarks.Marked;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.document.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives jobs to worker threads: at once when woken, otherwise once a second. A job of which the outcome can't be saved keeps its lease until
 * that runs out, and is then done again.
 */
final class JobRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final long RENEWAL_SECONDS = 20;

    private final Transactions transactions;
    private final RecordWriter writer;
    private final JobWork work;
    private final JobTable table;
    private final ExtractorPresence presence;
    private final ExtractorMarks marks;
    private final int size;
    private final ExecutorService workers;
    private final Thread dispatcher;
    private final Semaphore signal = new Semaphore(0);
    private final Map<String, Job> running = new ConcurrentHashMap<>();
    private final AtomicLong pluginChanges = new AtomicLong();
    private final List<Consumer<RecordId>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private long renewed = System.nanoTime();

    JobRunner(
            Transactions transactions,
            RecordWriter writer,
            DocumentWay way,
            JobTable table,
            ExtractorPresence presence,
            ExtractorMarks marks,
            int size) {
        this.transactions = transactions;
        this.presence = presence;
        this.marks = marks;
        this.writer = writer;
        work = new JobWork(transactions, writer, way);
        this.table = table;
        this.size = size;
        var count = new AtomicInteger();
        workers = Executors.newFixedThreadPool(size, work -> new Thread(work, "fumikura-job-" + count.incrementAndGet()));
        dispatcher = new Thread(this::dispatch, "fumikura-jobs");
    }

    void start() {
        dispatcher.start();
    }

    /** There may be something to do. */
    void wake() {
        signal.release();
    }

    AutoCloseable onEnd(Consumer<RecordId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    boolean isIdle() {
        return running.isEmpty();
    }

    /** Plugins came or went: those who wait look again. */
    void pluginsChanged() {
        pluginChanges.incrementAndGet();
        wake();
    }

    /**
     * Takes no more jobs and waits for those that run, which give up as soon as {@link PluginCalls} is closed; threads are not interrupted,
     * because that in the middle of its work would close an embedded database's file.
     */
    @Override
    public void close() {
        closed = true;
        wake();
        workers.shutdown();
        try {
            dispatcher.join(10_000);
            workers.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch() {
        boolean started = false;
        boolean away = false;
        long seenChanges = -1;
        while (!closed) {
            try {
                if (!started) {
                    takeUp();
                    started = true;
                }
                if (presence.waitingEnded()) {
                    pluginChanges.incrementAndGet();
                }
                long changes = pluginChanges.get();
                if (changes != seenChanges) {
                    lookAgain();
                    seenChanges = changes;
                }
                renew();
                boolean full = startJobs();
                away = false;
                await(full);
            } catch (RuntimeException | Error e) {
                if (!away && !closed) {
                    LOG.warn("Jobs can't be taken at the moment ({}); it is tried again each second.", e.getMessage());
                    LOG.debug("Cause", e);
                }
                away = true;
                pause();
            }
        }
    }

    private void takeUp() {
        transactions.relaxed(entities -> {
            presence.recall(marks.kept(entities));
            table.takeOverOwn(entities);
        });
    }

    /** After plugins came or went: whoever waits for one tries again, and what was extracted without one that is back is extracted again. */
    private void lookAgain() {
        transactions.relaxed(JobTable::requeueWaiting);
        transactions.relaxed(entities -> marks.keep(entities, presence.known()));
        Set<String> running = presence.now().identities();
        List<Marked> marked;
        do {
            marked = transactions.read(entities -> ExtractorMarks.marked(entities, running));
            marked.forEach(one -> transactions.relaxed(entities -> writer.lock(entities, one.record())
                    .ifPresent(record -> JobTable.enqueueExtraction(entities, one.tenant(), one.record()))));
        } while (marked.size() == ExtractorMarks.MOST_AT_ONCE && !closed);
    }

    /** @return whether there may be more to do as soon as a worker is free */
    private boolean startJobs() {
        int free = size - running.size();
        if (free <= 0) {
            return true;
        }
        List<Job> claimed = transactions.read(entities -> table.claim(entities, free));
        for (Job job : claimed) {
            running.put(job.lease(), job);
            workers.execute(() -> work(job));
        }
        return claimed.size() == free;
    }

    private void await(boolean full) {
        if (!full || running.size() >= size) {
            pause();
        }
    }

    private void pause() {
        try {
            signal.tryAcquire(1, TimeUnit.SECONDS);
            signal.drainPermits();
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void renew() {
        if (System.nanoTime() - renewed < TimeUnit.SECONDS.toNanos(RENEWAL_SECONDS)) {
            return;
        }
        renewed = System.nanoTime();
        transactions.relaxed(entities -> {
            for (Job job : running.values()) {
                table.renew(entities, job);
            }
            table.takeOverExpired(entities);
        });
    }

    private void work(Job job) {
        long changes = pluginChanges.get();
        try {
            work.run(job);
        } catch (LeaseLostException e) {
            LOG.info("Job {} is somebody else's now.", job.id());
        } catch (RuntimeException | Error e) {
            LOG.warn("What became of job {} can't be saved; it is done again later.", job.id(), e);
        } finally {
            running.remove(job.lease());
            lookAgainIfChanged(changes);
            wake();
            listeners.forEach(listener -> listener.accept(job.record()));
        }
    }

    /** A plugin that came while the job ran was not seen by it, nor was what the job left behind seen by those who looked then. */
    private void lookAgainIfChanged(long before) {
        if (pluginChanges.get() != before) {
            pluginsChanged();
        }
    }
}

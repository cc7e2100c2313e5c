package io.fumikura.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Uploads batches by several clients at a time, and waits until they are read. */
final class BatchLoader {

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Api api;
    private final int clients;

    BatchLoader(Api api, int clients) {
        this.api = api;
        this.clients = clients;
    }

    /** @return seconds from the first upload until a full-text search finds every file */
    double load(Batch batch) throws Exception {
        long start = System.nanoTime();
        upload(batch.files(), batch.mark());
        await(start, () -> api.found("contracts", batch.mark()) >= batch.files().size());
        return (System.nanoTime() - start) / 1e9;
    }

    /** Something that comes true. */
    interface Goal {
        boolean isReached() throws IOException, InterruptedException;
    }

    static void await(long start, Goal goal) throws IOException, InterruptedException {
        while (!goal.isReached()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException("Not all was read within " + PATIENCE.toMinutes() + " minutes.");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** @return ids of the records */
    List<String> upload(List<byte[]> files, String name) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            var next = new AtomicInteger();
            List<Callable<String>> uploads = new ArrayList<>();
            for (byte[] file : files) {
                uploads.add(() -> upload(file, name + "-" + next.incrementAndGet() + ".pdf"));
            }
            List<String> ids = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(uploads)) {
                ids.add(answer.get());
            }
            return ids;
        } finally {
            threads.shutdownNow();
        }
    }

    private String upload(byte[] file, String name) throws IOException, InterruptedException {
        Api.Answer answer = api.upload("contracts", name, BodyPublishers.ofByteArray(file), Optional.empty());
        if (answer.status() != 201) {
            throw new IOException(name + " was answered with " + answer.status() + " " + answer.body());
        }
        return answer.body().at("/record/id").asText();
    }
}

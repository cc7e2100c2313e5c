package io.fumikura.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Clients that upload files without a pause, and remember what was acknowledged. What was cut short is sent again in the next round. */
final class CrashUploads {

    /** An upload that the platform said it has. */
    record Acknowledged(String id, String name, String sha256) {}

    private record Sample(String name, byte[] bytes) {}

    private final String prefix = "crash-" + Long.toString(System.nanoTime(), 36);
    private final SampleFiles files;
    private final boolean withImages;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Sample> again = new ConcurrentLinkedQueue<>();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

    CrashUploads(boolean withImages) throws IOException {
        this.withImages = withImages;
        files = new SampleFiles("CRASH " + prefix);
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Waits, a minute at most, until more than so many are acknowledged. */
    void awaitMore(int before) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (acknowledged.size() <= before && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** How many uploads broke off in the last round. */
    int cutShort() {
        return again.size();
    }

    boolean isOurs(String name) {
        return name.startsWith(prefix);
    }

    /** Starts the clients; they end by themselves when the platform is gone. Closing waits for that. */
    AutoCloseable start(Api api, int clients) {
        Queue<Sample> cut = new ConcurrentLinkedQueue<>(again);
        again.clear();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            var thread = new Thread(() -> upload(api, cut));
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return () -> {
            for (Thread thread : threads) {
                thread.join();
            }
            again.addAll(cut);
        };
    }

    private void upload(Api api, Queue<Sample> cut) {
        while (true) {
            Sample sample = cut.poll();
            try {
                sample = sample == null ? sample(next.incrementAndGet()) : sample;
                Api.Answer answer =
                        api.offer("contracts", sample.name(), BodyPublishers.ofByteArray(sample.bytes()), Optional.empty());
                if (!take(sample, answer)) {
                    System.out.println(sample.name() + " was answered with " + answer.status() + " " + answer.body());
                    again.add(sample);
                    return;
                }
                // So that a round leaves work for minutes at most.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(10_000_000, 100_000_000));
            } catch (IOException e) {
                if (sample != null) {
                    again.add(sample);
                }
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean take(Sample sample, Api.Answer answer) {
        JsonNode body = answer.body();
        String id = answer.status() == 201
                ? body.at("/record/id").asText()
                : body.path("originals").path(0).path("id").asText(); // its acknowledgement was cut short
        if (id.isEmpty()) {
            return false;
        }
        acknowledged.add(new Acknowledged(id, sample.name(), sha256(sample.bytes())));
        return true;
    }

    private Sample sample(int number) throws IOException {
        String name = prefix + "-" + number;
        if (withImages && number % 13 == 0) {
            return new Sample(name + ".png", files.image(number));
        }
        return number % 3 == 0
                ? new Sample(name + ".pdf", files.pdf(number))
                : new Sample(name + ".txt", files.text(number));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

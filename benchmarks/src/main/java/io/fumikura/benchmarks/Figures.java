package io.fumikura.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Durations of one kind of work. */
final class Figures {

    private final List<Long> nanos = new ArrayList<>();

    /** Work that is timed. */
    interface Work {
        void run() throws Exception;
    }

    void time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        nanos.add(System.nanoTime() - start);
    }

    void addAll(Figures other) {
        nanos.addAll(other.nanos);
    }

    /** Milliseconds that the share of all durations does not exceed. */
    double milliseconds(double share) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, place)) / 1e6;
    }

    double median() {
        return milliseconds(0.5);
    }

    double p99() {
        return milliseconds(0.99);
    }

    /** How busy the machine is besides; figures of a busy one say little by themselves. */
    static void printLoad() {
        System.out.printf(
                Locale.ROOT,
                "Load %.1f on %d cores.%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    static String verdict(boolean met) {
        return met ? "met" : "MISSED";
    }
}

package io.fumikura.benchmarks;

import io.fumikura.core.internal.history.LargeHistory;
import io.fumikura.history.HistoryVerification.Report;
import io.fumikura.history.HistoryVerification.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** How long a large history takes to verify, beside bare hashing of as much. */
final class HistoryBenchmark {

    private static final double SECONDS = 120;

    void run(Arguments arguments) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        int entries = arguments.number("--entries", 1_000_000);
        Path folder = Files.createTempDirectory("fumikura-history");
        try (var history = new LargeHistory(folder)) {
            double written = seconds(() -> {
                history.write(0, entries / 2);
                history.seal();
                history.write(entries / 2, entries - entries / 2);
            });
            history.hashOnly(entries / 10);
            double bare = seconds(() -> history.hashOnly(entries));
            Report[] report = new Report[1];
            double verified = seconds(() -> report[0] = history.verify());
            print(entries, written, bare, verified, report[0]);
        } finally {
            delete(folder);
        }
    }

    private static void print(int entries, double written, double bare, double verified, Report report)
            throws Verdicts.NotMetException {
        System.out.printf(Locale.ROOT, "%,d entries written in %.1f s (%.0f/s).%n", entries, written, entries / written);
        System.out.printf(Locale.ROOT, "%-40s %8.1f s%n", "bare SHA-256 of as much", bare);
        System.out.printf(Locale.ROOT, "%-40s %8.1f s  (%.1f times)%n", "verified out of the database", verified, verified / bare);
        System.out.printf("%s, %d findings%n", report.state(), report.findings().size());
        Figures.printLoad();
        boolean met = report.state() == State.GOOD && verified <= SECONDS * Math.max(1, entries / 1_000_000.0);
        System.out.printf(Locale.ROOT, "bar: a million in %.0f s without a false alarm: %s%n", SECONDS, Figures.verdict(met));
        if (!met) {
            throw new Verdicts.NotMetException();
        }
    }

    private static double seconds(Figures.Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package io.fumikura.benchmarks;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;

/** The platform and its reference over the same work, by the clock and by processor time. */
final class Race {

    private final ProcessHandle platform;
    private double platformSeconds;
    private double platformCpu;
    private double referenceSeconds;
    private double referenceCpu;
    private int referenceRuns;

    Race(Platform platform) throws IOException {
        this.platform = ProcessHandle.of(platform.pid()).orElseThrow();
    }

    /** @param work answers its seconds */
    void platform(Callable<Double> work) throws Exception {
        double before = CpuTime.seconds(platform);
        platformSeconds = work.call();
        platformCpu = CpuTime.seconds(platform) - before;
    }

    /** Called before and after the platform's turn, so that a busy neighbour slows both. @param work answers its seconds */
    void reference(Callable<Double> work) throws Exception {
        double before = CpuTime.seconds(ProcessHandle.current());
        referenceSeconds += work.call();
        referenceCpu += CpuTime.seconds(ProcessHandle.current()) - before;
        referenceRuns++;
    }

    void print(int count, String things, String reference, double bar) {
        double bare = referenceRuns * count / referenceSeconds;
        double ours = count / platformSeconds;
        System.out.printf("%-46s %14s %14s%n", "", things + "/min", "CPU ms each");
        row(reference, bare, referenceCpu / referenceRuns / count);
        row("upload → found by search, through HTTP", ours, platformCpu / count);
        Figures.printLoad();
        System.out.printf(
                Locale.ROOT, "%-46s %14.2f %14.2f   bar ≥ %.2f: %s%n",
                "ratio", ours / bare, referenceCpu / referenceRuns / platformCpu, bar, Figures.verdict(ours / bare >= bar));
    }

    private static void row(String name, double perSecond, double cpu) {
        System.out.printf(Locale.ROOT, "%-46s %14.1f %14.0f%n", name, 60 * perSecond, 1000 * cpu);
    }
}

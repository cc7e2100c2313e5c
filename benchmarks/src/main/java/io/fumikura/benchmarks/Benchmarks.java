package io.fumikura.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Chooses the benchmark named on the command line. */
public final class Benchmarks {

    /** A benchmark. */
    interface Benchmark {
        void run(Arguments arguments) throws Exception;
    }

    private static final Logger QUIET = Logger.getLogger("org.apache");
    /** As usage.txt describes them, which {@code ./fumikura bench --help} shows without building anything. */
    private static final Map<String, Benchmark> ALL = Map.of(
            "extraction", new ExtractionBenchmark()::run,
            "hostile", new HostileBenchmark()::run,
            "crash", new CrashBenchmark()::run,
            "ingest", new IngestBenchmark()::run,
            "search", new SearchBenchmark()::run,
            "ledger", new LedgerBenchmark()::run,
            "preview", new PreviewBenchmark()::run,
            "history", new HistoryBenchmark()::run);

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Benchmark benchmark = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (benchmark == null) {
            System.err.print(usage());
            System.exit(2);
            return;
        }
        // PDFBox looks for fonts at length and tells everything.
        QUIET.setLevel(Level.OFF);
        try {
            benchmark.run(new Arguments(arguments));
        } catch (Verdicts.NotMetException e) {
            System.exit(1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(usage());
            System.exit(2);
        }
        System.exit(0);
    }

    private static String usage() throws IOException {
        return Files.readString(Path.of(System.getProperty("fumikura.root"), "benchmarks", "usage.txt"));
    }
}

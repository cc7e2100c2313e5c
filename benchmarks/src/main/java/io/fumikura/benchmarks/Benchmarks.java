package io.fumikura.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Chooses the benchmark named on the command line. */
public final class Benchmarks {

    /** A benchmark. */
    interface Benchmark {
        void run(Arguments arguments) throws Exception;
    }

    private record Entry(String usage, Benchmark benchmark) {}

    private static final Map<String, Entry> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "extraction",
                new Entry(
                        "extraction DIR --out PRED.jsonl   reads a folder with truth (contracts-en, contracts-ja, invoices) and prints"
                                + " precision, recall, F1 and false fills per field",
                        new ExtractionBenchmark()::run));
        ALL.put(
                "hostile",
                new Entry(
                        "hostile DIR --out OUT.jsonl       feeds odd, damaged and encrypted files through real ingest",
                        new HostileBenchmark()::run));
    }

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Entry entry = arguments.length == 0 ? null : ALL.get(arguments[0]);
        if (entry == null || Arrays.asList(arguments).contains("--help")) {
            System.out.println("./fumikura bench NAME …");
            ALL.values().forEach(known -> System.out.println("  " + known.usage()));
            System.exit(arguments.length == 0 || entry != null || arguments[0].equals("--help") ? 0 : 2);
            return;
        }
        try {
            entry.benchmark().run(new Arguments(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("  " + entry.usage());
            System.exit(2);
        }
        System.exit(0);
    }
}

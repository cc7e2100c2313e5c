package io.fumikura.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Chooses the benchmark named on the command line. */
public final class Benchmarks {

    /** A benchmark. */
    interface Benchmark {
        void run(Arguments arguments) throws Exception;
    }

    private record Entry(String usage, Benchmark benchmark) {}

    private static final Logger QUIET = Logger.getLogger("org.apache");
    private static final Map<String, Entry> ALL = new LinkedHashMap<>();

    static {
        add("extraction", "DIR --out PRED.jsonl [--rendered]", "reads a folder with truth (contracts-en, contracts-ja, invoices) and prints"
                + " precision, recall, F1 and false fills per field", new ExtractionBenchmark()::run);
        add("hostile", "DIR --out OUT.jsonl [--only PART]", "feeds odd, damaged and encrypted files through real ingest; only those whose name holds PART", new HostileBenchmark()::run);
        add("crash", "[--rounds 5]", "kills the platform at random moments of uploads and extraction, starts it again, and asks whether all"
                + " that was acknowledged is there", new CrashBenchmark()::run);
        add("ingest", "[--documents 200] [--scans 12] [--clients N] [--only-digital | --only-scans]", "PDFs and scans until a search"
                + " finds them, beside bare PDFBox and Lucene, and the tesseract program", new IngestBenchmark()::run);
        add("search", "[--records 100000 | --large] [--queries 150]", "full-text queries, beside the same Lucene queries in a bare loop;"
                + " --large is 1,000,000 records", new SearchBenchmark()::run);
        add("ledger", "[--records 100000 | --large] [--times 30]", "pages of a ledger by many orders and filters, beside the same at 1,000"
                + " records", new LedgerBenchmark()::run);
        add("preview", "[--documents 40]", "images of pages, first time and cached, beside PDFBox and a static file", new PreviewBenchmark()::run);
    }

    private static void add(String name, String options, String what, Benchmark benchmark) {
        ALL.put(name, new Entry(String.format("%-10s %s%n             %s", name, options, what), benchmark));
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
        // PDFBox looks for fonts at length and tells everything.
        QUIET.setLevel(Level.OFF);
        try {
            entry.benchmark().run(new Arguments(arguments));
        } catch (Verdicts.NotMetException e) {
            System.exit(1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("  " + entry.usage());
            System.exit(2);
        }
        System.exit(0);
    }
}

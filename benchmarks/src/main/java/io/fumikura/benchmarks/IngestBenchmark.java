package io.fumikura.benchmarks;

/** Born-digital PDFs through HTTP until a full-text search finds them, beside a bare loop over the same files. */
final class IngestBenchmark {

    private static final double BAR = 0.6;

    void run(Arguments arguments) throws Exception {
        int count = arguments.number("--documents", 200);
        int clients = arguments.number("--clients", 2 * Runtime.getRuntime().availableProcessors());
        int threads = Runtime.getRuntime().availableProcessors();
        if (!arguments.has("--only-scans")) {
            digital(count, clients, threads);
        }
        if (!arguments.has("--only-digital")) {
            new ScanBenchmark().run(arguments.number("--scans", 12), clients, threads);
        }
    }

    private static void digital(int count, int clients, int threads) throws Exception {
        System.out.printf("%d PDFs, %d clients; the reference has %d threads.%n", count, clients, threads);
        Batch warm = Batch.make(count);
        Batch first = Batch.make(count);
        Batch second = Batch.make(count);
        try (Platform platform = Platform.start();
                var reference = new BareIngest(threads)) {
            var loader = new BatchLoader(platform.api(), clients);
            loader.load(warm);
            reference.load(warm.files());
            var race = new Race(platform);
            race.reference(() -> reference.load(first.files()));
            race.platform(() -> loader.load(first));
            race.reference(() -> reference.load(second.files()));
            race.print(count, "documents", "PDFBox + SHA-256 + fsync + Lucene, bare loop", BAR);
        }
    }
}

package io.fumikura.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Images of pages, drawn for the first time and out of the cache, beside PDFBox and a static file. */
final class PreviewBenchmark {

    /** Not the width that is drawn when a document is read. */
    private static final int WIDTH = 1_200;

    private static final int WARM = 10;

    void run(Arguments arguments) throws Exception {
        int count = arguments.number("--documents", 40);
        var samples = new SampleFiles(Batch.newMark());
        var files = new ArrayList<byte[]>();
        for (int number = 0; number < WARM + count; number++) {
            files.add(samples.pdf(number));
        }
        try (Platform platform = Platform.start();
                var drawing = new BareDrawing();
                var server = new StaticFiles()) {
            Api api = platform.api();
            var loader = new BatchLoader(api, 2);
            long start = System.nanoTime();
            List<String> ids = loader.upload(files, samples.mark());
            BatchLoader.await(start, () -> api.found("contracts", samples.mark()) >= files.size());
            measure(api, drawing, server, ids, files);
        }
    }

    private static void measure(Api api, BareDrawing drawing, StaticFiles server, List<String> ids, List<byte[]> files)
            throws Exception {
        var first = new Figures();
        var drawn = new Figures();
        var again = new Figures();
        var still = new Figures();
        for (int i = 0; i < ids.size(); i++) {
            boolean warm = i < WARM;
            String path = "/records/" + ids.get(i) + "/pages/1/image?width=" + WIDTH;
            byte[] file = files.get(i);
            (warm ? new Figures() : first).time(() -> image(api, path));
            byte[] image = image(api, path);
            String format = image[0] == (byte) 0xff ? "jpg" : "png";
            (warm ? new Figures() : drawn).time(() -> drawing.draw(file, WIDTH, format));
            server.serve(image);
            for (int time = 0; time < 5; time++) {
                (warm ? new Figures() : again).time(() -> image(api, path));
                (warm ? new Figures() : still).time(() -> server.read());
            }
        }
        print(first, drawn, again, still);
    }

    private static byte[] image(Api api, String path) throws IOException, InterruptedException {
        byte[] image = api.bytes(path);
        if (image.length < 1000 || image[0] == '{') {
            throw new IOException(path + " was answered with no image.");
        }
        return image;
    }

    private static void print(Figures first, Figures drawn, Figures again, Figures still) {
        System.out.printf("%-52s %10s %10s%n", "page image, " + WIDTH + " pixels wide (ms)", "p50", "p99");
        print("first time, through HTTP", first);
        print("PDFBox: open, draw, encode", drawn);
        print("cached, through HTTP", again);
        print("a static file of the same bytes over HTTP", still);
        Figures.printLoad();
        double ratio = first.median() / drawn.median();
        double bar = 2 * still.median() + 5;
        System.out.printf(Locale.ROOT, "first time: %.2f × the reference (p50), bar ≤ 1.30: %s%n", ratio, Figures.verdict(ratio <= 1.3));
        System.out.printf(
                Locale.ROOT, "cached: %.1f ms (p50), bar ≤ 2 × %.1f + 5 = %.1f ms: %s%n",
                again.median(), still.median(), bar, Figures.verdict(again.median() <= bar));
    }

    private static void print(String name, Figures figures) {
        System.out.printf(Locale.ROOT, "%-52s %10.1f %10.1f%n", name, figures.median(), figures.p99());
    }
}

package io.fumikura.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Scanned pages through HTTP until they are read, beside the tesseract program over the same page images. */
final class ScanBenchmark {

    private static final double BAR = 0.9;

    void run(int count, int clients, int threads) throws Exception {
        System.out.printf("%n%d scanned pages (Japanese, 200 dpi); tesseract runs on %d cores, one thread per page.%n", count, threads);
        var samples = new SampleFiles(Batch.newMark());
        List<BufferedImage> warm = pages(samples, 0, 2 * threads);
        List<BufferedImage> pages = pages(samples, 2 * threads, count);
        try (Platform platform = Platform.start();
                var reference = new TesseractProgram(threads)) {
            Api api = platform.api();
            var loader = new BatchLoader(api, clients);
            read(loader, api, warm, samples.mark());
            var race = new Race(platform);
            race.reference(() -> reference.read(pages));
            race.platform(() -> read(loader, api, pages, samples.mark()));
            race.reference(() -> reference.read(pages));
            race.print(count, "pages", "tesseract program", BAR);
        }
    }

    private static List<BufferedImage> pages(SampleFiles samples, int from, int count) throws Exception {
        var pages = new ArrayList<BufferedImage>();
        for (int number = from; number < from + count; number++) {
            pages.add(SampleFiles.scan(samples.japanesePdf(2 * number)));
        }
        return pages;
    }

    /** @return seconds until all are read and a search shows them */
    private static double read(BatchLoader loader, Api api, List<BufferedImage> pages, String name) throws Exception {
        var files = new ArrayList<byte[]>();
        for (BufferedImage page : pages) {
            files.add(SampleFiles.scanned(page));
        }
        long start = System.nanoTime();
        List<String> ids = loader.upload(files, name);
        BatchLoader.await(start, () -> isRead(api, ids));
        double seconds = (System.nanoTime() - start) / 1e9;
        int silent = 0;
        for (String id : ids) {
            silent += api.get("/records/" + id + "/pages/1/text").body().path("text").asText().length() < 100 ? 1 : 0;
        }
        if (silent > 0) {
            System.out.println(silent + " pages have hardly any text.");
        }
        return seconds;
    }

    /** A list waits for the index, so what it shows can be found. */
    private static boolean isRead(Api api, List<String> ids) throws IOException, InterruptedException {
        var open = new HashSet<>(ids);
        for (JsonNode row : api.rows("contracts", "sort=registered&order=desc&limit=200").path("rows")) {
            if (row.at("/record/state").asText().endsWith("COMPLETE")) {
                open.remove(row.at("/record/id").asText());
            }
        }
        return open.isEmpty();
    }
}

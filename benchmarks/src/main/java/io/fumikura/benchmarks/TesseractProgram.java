package io.fumikura.benchmarks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The tesseract program over page images: one process per page, one thread each, as many at a time as there are cores. */
final class TesseractProgram implements AutoCloseable {

    private final Path folder = Files.createTempDirectory("fumikura-tesseract-");
    private final ExecutorService threads;

    TesseractProgram(int count) throws IOException {
        threads = Executors.newFixedThreadPool(count);
    }

    /** @return seconds; making the files is not counted */
    double read(List<BufferedImage> pages) throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (BufferedImage page : pages) {
            Path image = folder.resolve(work.size() + ".png");
            ImageIO.write(page, "png", image.toFile());
            work.add(() -> {
                read(image);
                return null;
            });
        }
        long start = System.nanoTime();
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void read(Path image) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                "tesseract", image.toString(), image.toString(), "-l", "jpn", "--dpi", Integer.toString(SampleFiles.SCAN_DPI));
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        int status = builder.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start().waitFor();
        if (status != 0) {
            throw new IOException("tesseract ended with " + status + "; install tesseract-ocr and tesseract-ocr-jpn.");
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package io.fumikura.read.image;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.read.image.worker.OcrProgram;
import io.fumikura.read.image.worker.Script;
import io.fumikura.read.image.worker.Symbol;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One worker process. Used by one thread at a time; after any trouble it is ended and not used again. */
final class OcrWorker implements AutoCloseable {

    /** How many times longer than the processor time a page may take by the clock. */
    private static final int BUSY = 8;

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;

    /** What the worker tells of an image. */
    record Answer(int width, int height, int resolution, boolean vertical, Script script, List<Symbol> symbols) {}

    /** @param log takes what the native libraries print */
    OcrWorker(String classPath, Path trainedData, File log) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-cp",
                classPath,
                OcrProgram.class.getName(),
                trainedData.toString());
        // One thread per page: Tesseract's own threads make it five times slower.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.environment().keySet().removeIf(name -> name.equals("JAVA_TOOL_OPTIONS") || name.startsWith("KARAF_"));
        builder.redirectError(ProcessBuilder.Redirect.to(log));
        process = builder.start();
        requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Recognises an image.
     *
     * @param expectEnglish whether to try English first
     * @param limit processor time for the page; a busy machine may take eight times that by the clock
     * @throws DocumentException {@link Reason#UNAVAILABLE} when the process died, {@link Reason#LIMIT} when it took too long; the
     *     worker is of no use then
     */
    Answer recognize(Path image, boolean expectEnglish, Duration limit) throws DocumentException, InterruptedException {
        var exchange = new FutureTask<>(() -> exchange(image, expectEnglish));
        var thread = new Thread(exchange, "fumikura-ocr");
        thread.setDaemon(true);
        thread.start();
        try {
            return await(exchange, limit);
        } catch (InterruptedException e) {
            close();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DocumentException refused) {
                throw refused;
            }
            close();
            throw new DocumentException(Reason.UNAVAILABLE, "The OCR process ended unexpectedly.", e.getCause());
        }
    }

    private Answer await(FutureTask<Answer> exchange, Duration limit)
            throws DocumentException, ExecutionException, InterruptedException {
        Duration used = processorTime();
        long end = System.nanoTime() + limit.toNanos() * BUSY;
        while (true) {
            try {
                return exchange.get(Math.min(500, limit.toMillis() + 1), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (processorTime().minus(used).compareTo(limit) >= 0 || System.nanoTime() > end) {
                    close();
                    throw new DocumentException(
                            Reason.LIMIT, "Recognising the page took longer than " + limit.toSeconds() + " seconds.", e);
                }
            }
        }
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Answer exchange(Path image, boolean expectEnglish) throws IOException, DocumentException {
        requests.writeBoolean(expectEnglish);
        requests.writeUTF(image.toString());
        requests.flush();
        int kind = answers.readByte();
        if (kind != OcrProgram.OK) {
            throw new DocumentException(
                    switch (kind) {
                        case OcrProgram.CORRUPT -> Reason.CORRUPT;
                        case OcrProgram.LIMIT -> Reason.LIMIT;
                        default -> Reason.UNAVAILABLE;
                    },
                    answers.readUTF());
        }
        int width = answers.readInt();
        int height = answers.readInt();
        int resolution = answers.readInt();
        boolean vertical = answers.readBoolean();
        Script script = Script.values()[answers.readByte()];
        int count = answers.readInt();
        var symbols = new ArrayList<Symbol>(count);
        for (int i = 0; i < count; i++) {
            symbols.add(Symbol.read(answers));
        }
        return new Answer(width, height, resolution, vertical, script, symbols);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

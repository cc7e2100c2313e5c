package io.fumikura.read.image;

import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** At most so many workers as there are cores, started when needed and kept for the next page. Thread-safe. */
final class OcrWorkers implements AutoCloseable {

    private final Path folder;
    private final Path trainedData;
    private final Duration limit;
    private final Semaphore places;
    private final EarlierPages earlier = new EarlierPages();
    private final ConcurrentLinkedDeque<OcrWorker> idle = new ConcurrentLinkedDeque<>();
    private volatile @Nullable String classPath;
    private volatile boolean closed;

    OcrWorkers(Path folder, Path trainedData, int most, Duration limit) {
        this.folder = folder;
        this.trainedData = trainedData;
        this.limit = limit;
        places = new Semaphore(most, true);
    }

    /** Recognises an image; once more with a new process when the first one dies over it. */
    OcrWorker.Answer recognize(Path image) throws DocumentException, InterruptedException {
        places.acquire();
        try {
            try {
                return attempt(image);
            } catch (DocumentException e) {
                if (e.reason() != Reason.UNAVAILABLE || closed) {
                    throw e;
                }
                return attempt(image);
            }
        } finally {
            places.release();
        }
    }

    private OcrWorker.Answer attempt(Path image) throws DocumentException, InterruptedException {
        OcrWorker worker = idle.pollFirst();
        if (worker == null || !worker.isAlive()) {
            worker = start();
        }
        OcrWorker.Answer answer;
        try {
            answer = worker.recognize(image, earlier.areEnglish(image), limit);
            earlier.note(image, answer.script());
        } catch (DocumentException e) {
            giveBack(worker);
            throw e;
        }
        giveBack(worker);
        return answer;
    }

    private void giveBack(OcrWorker worker) {
        if (closed || !worker.isAlive()) {
            worker.close();
        } else {
            idle.addFirst(worker);
        }
    }

    private OcrWorker start() throws DocumentException {
        try {
            return new OcrWorker(classPath(), trainedData, folder.resolve("worker.log").toFile());
        } catch (IOException e) {
            throw new DocumentException(Reason.UNAVAILABLE, "The OCR process could not be started.", e);
        }
    }

    private synchronized String classPath() throws IOException {
        String present = classPath;
        if (present == null) {
            Files.createDirectories(folder);
            present = WorkerFiles.layOut(folder);
            classPath = present;
        }
        return present;
    }

    @Override
    public void close() {
        closed = true;
        for (OcrWorker worker = idle.poll(); worker != null; worker = idle.poll()) {
            worker.close();
        }
    }
}

package io.fumikura.read.image;

import io.fumikura.read.image.worker.Script;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the pages of a document were written in so far, so that an English one need not be read as Japanese page after page. The images
 * of a document lie in one folder. Thread-safe.
 */
final class EarlierPages {

    private static final int MOST_DOCUMENTS = 64;

    private final Map<Path, Script> documents = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Script> eldest) {
            return size() > MOST_DOCUMENTS;
        }
    };

    /** Whether there were English pages and no Japanese one. */
    synchronized boolean areEnglish(Path image) {
        return documents.get(folder(image)) == Script.ENGLISH;
    }

    synchronized void note(Path image, Script script) {
        if (script == Script.JAPANESE) {
            documents.put(folder(image), script);
        } else if (script == Script.ENGLISH) {
            documents.putIfAbsent(folder(image), script);
        }
    }

    private static Path folder(Path image) {
        Path folder = image.toAbsolutePath().getParent();
        return folder == null ? image : folder;
    }
}

package io.fumikura.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** The folder of the index. What is in it and can't be used is moved aside: core fills an empty index again. */
final class IndexFolder {

    /** Stamp of what stands in the fields; an index with another one is of no use. */
    static final String LAYOUT = "2";

    private static final String STAMP = "layout";

    private final Path path;
    private final double memoryMegabytes;

    IndexFolder(Path path, double memoryMegabytes) {
        this.path = path;
        this.memoryMegabytes = memoryMegabytes;
    }

    /** @throws IOException when the folder is in use, or can't be read or written */
    IndexWriter open() throws IOException {
        Files.createDirectories(path);
        if (!isEmpty() && !isGood()) {
            moveAside();
            Files.createDirectories(path);
        }
        Directory directory = FSDirectory.open(path);
        try {
            var writer = new IndexWriter(directory, config());
            if (!DirectoryReader.indexExists(directory)) {
                writer.setLiveCommitData(Map.of(STAMP, LAYOUT).entrySet());
                writer.commit();
            }
            return writer;
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private IndexWriterConfig config() {
        return new IndexWriterConfig(null).setRAMBufferSizeMB(memoryMegabytes).setCommitOnClose(false);
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.allMatch(file -> file.getFileName().toString().equals(IndexWriter.WRITE_LOCK_NAME));
        }
    }

    private boolean isGood() throws IOException {
        try (Directory directory = FSDirectory.open(path);
                var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            return LAYOUT.equals(SegmentInfos.readLatestCommit(directory).getUserData().get(STAMP)) && isReadable(directory);
        } catch (LockObtainFailedException e) {
            throw e; // in use, not broken
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean isReadable(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.numDocs() >= 0;
        }
    }

    /** Keeps one such folder, for those who want to know why. */
    void moveAside() throws IOException {
        Path aside = path.resolveSibling(path.getFileName() + ".unusable");
        if (Files.exists(aside)) {
            try (Stream<Path> old = Files.walk(aside)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.move(path, aside);
    }
}

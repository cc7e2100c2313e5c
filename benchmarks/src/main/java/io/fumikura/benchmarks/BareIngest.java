package io.fumikura.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The least that any ingest must do: text by PDFBox, SHA-256, the file on disk with fsync, the text into Lucene. */
final class BareIngest implements AutoCloseable {

    private final Path folder = Files.createTempDirectory("fumikura-bare-");
    private final IndexWriter index =
            new IndexWriter(FSDirectory.open(folder.resolve("index")), new IndexWriterConfig(new StandardAnalyzer()));
    private final ExecutorService threads;

    BareIngest(int count) throws IOException {
        threads = Executors.newFixedThreadPool(count);
    }

    /** @return seconds */
    double load(List<byte[]> files) throws Exception {
        long start = System.nanoTime();
        List<Callable<Void>> work = new ArrayList<>();
        for (byte[] file : files) {
            work.add(() -> {
                add(file);
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
        index.commit();
        return (System.nanoTime() - start) / 1e9;
    }

    private void add(byte[] file) throws IOException {
        String sha256 = CrashUploads.sha256(file);
        try (var channel = FileChannel.open(folder.resolve(sha256), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(file));
            channel.force(true);
        }
        var document = new Document();
        document.add(new StringField("id", sha256, Store.YES));
        try (PDDocument pdf = Loader.loadPDF(file)) {
            document.add(new TextField("text", new PDFTextStripper().getText(pdf), Store.NO));
        }
        index.addDocument(document);
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        index.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

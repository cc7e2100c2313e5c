package io.fumikura.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.TenantId;
import io.fumikura.document.RecordId;
import io.fumikura.health.spi.HealthCheck.Status;
import io.fumikura.search.spi.IndexedRecord;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;
import io.fumikura.testkit.SearchIndexContract;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.AttributeSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSearchIndexTest extends SearchIndexContract {

    @TempDir
    Path home;

    private LuceneSearchIndex opened;

    @Override
    protected LuceneSearchIndex open() throws IOException {
        close();
        opened = new LuceneSearchIndex(new Settings(folder().toString(), 16));
        return opened;
    }

    @AfterEach
    void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void startsEmptyWhenTheFolderHoldsSomethingElse() throws Exception {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("segments_1"), "no index");
        assertThat(open().count()).isZero();
        assertThat(home.resolve("index.unusable/segments_1")).hasContent("no index");
    }

    @Test
    void startsEmptyWhenTheIndexHasAnotherLayout() throws Exception {
        try (var writer = new IndexWriter(FSDirectory.open(folder()), new IndexWriterConfig(null))) {
            writer.setLiveCommitData(Map.of("layout", "0").entrySet());
            writer.addDocument(RecordDocument.of(record(), new AttributeSource()));
        }
        assertThat(open().count()).isZero();
        assertThat(open().check().status()).isEqualTo(Status.OK);
    }

    @Test
    void startsEmptyWhenAFileOfTheIndexIsDamagedAndMayBeSoAgain() throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            SearchIndex index = open();
            index.write(List.of(record()), List.of());
            index.commit();
            close();
            cutOff();
            assertThat(open().count()).isZero();
        }
    }

    @Test
    void waitsForAFolderThatAnotherOneUses() throws Exception {
        open().write(List.of(record()), List.of());
        opened.commit();
        var second = new LuceneSearchIndex(new Settings(folder().toString(), 16));
        assertThatThrownBy(second::count).isInstanceOf(SearchException.class);
        assertThat(second.check().status()).isEqualTo(Status.ERROR);
        opened.close();
        assertThat(second.count()).isEqualTo(1);
        second.close();
    }

    @Test
    void failsClearlyOnceItIsStopped() throws Exception {
        SearchIndex index = open();
        close();
        assertThatThrownBy(index::count).isInstanceOf(SearchException.class);
        assertThatThrownBy(() -> index.write(List.of(record()), List.of())).isInstanceOf(SearchException.class);
    }

    private void cutOff() throws IOException {
        try (var files = Files.list(folder())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".cfs") || f.toString().endsWith(".si")).toList()) {
                Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 20));
            }
        }
    }

    private static IndexedRecord record() {
        return new IndexedRecord(
                TenantId.random(), RecordId.random(), "contracts", Set.of("all"), 1, Map.of(), List.of("k"), List.of("契約"));
    }

    private Path folder() {
        return home.resolve("index");
    }

    private record Settings(String directory, int memoryMegabytes) implements LuceneSearchIndex.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return LuceneSearchIndex.Config.class;
        }
    }
}

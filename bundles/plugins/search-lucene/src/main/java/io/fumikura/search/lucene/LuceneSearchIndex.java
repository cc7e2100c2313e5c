package io.fumikura.search.lucene;

import io.fumikura.health.spi.HealthCheck;
import io.fumikura.search.spi.IndexedRecord;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;
import io.fumikura.search.spi.SearchQuery;
import io.fumikura.search.spi.SearchResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.AttributeSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The search index in a folder. While the folder is away or full, calls fail with the reason; the next one tries again. */
@Component(
        service = {SearchIndex.class, HealthCheck.class},
        configurationPid = "io.fumikura.search.lucene")
@Designate(ocd = LuceneSearchIndex.Config.class)
public final class LuceneSearchIndex implements SearchIndex, HealthCheck {

    /** Settings. */
    @ObjectClassDefinition(name = "Search index: Lucene", description = "Keeps the search index in a folder.")
    public @interface Config {

        /** Without it, {@code index} in the data folder of the platform. */
        @AttributeDefinition(required = false, description = "Folder of the index, on a local disk. It can be deleted while "
                + "the platform is stopped: the index is then built anew. Default: index in the platform's data folder.")
        String directory() default "";

        @AttributeDefinition(description = "Memory in MB for changes that are not yet written to the folder.", min = "8")
        int memoryMegabytes() default 48;
    }

    private final IndexFolder folder;
    private @Nullable LiveIndex live;
    private boolean closed;
    /** Changes that were never committed are gone; the next commit has to say so. */
    private boolean lostChanges;

    @Activate
    public LuceneSearchIndex(Config config) {
        Path path = config.directory().isBlank()
                ? Path.of(System.getProperty("karaf.data", "data")).resolve("index")
                : Path.of(config.directory());
        folder = new IndexFolder(path.toAbsolutePath(), Math.max(8, config.memoryMegabytes()));
        try {
            live();
        } catch (IOException e) {
            // The health check tells it, and each call does.
        }
    }

    @Deactivate
    public synchronized void close() throws IOException {
        closed = true;
        LiveIndex last = live;
        live = null;
        if (last != null) {
            try {
                last.commit();
            } finally {
                last.close();
            }
        }
    }

    private synchronized LiveIndex live() throws IOException {
        if (closed) {
            throw new AlreadyClosedException("stopped");
        }
        LiveIndex present = live;
        if (present != null && !present.isOpen()) {
            lostChanges = true;
            live = null;
            present.close();
            present = null;
        }
        if (present == null) {
            present = new LiveIndex(folder.open());
            live = present;
        }
        return present;
    }

    @Override
    public void write(List<IndexedRecord> records, List<Removal> removals) throws SearchException {
        Term[] removed = removals.stream()
                .map(removal -> RecordDocument.key(removal.tenant(), removal.record()))
                .toArray(Term[]::new);
        run("The index could not be written", index -> {
            index.change(writer -> {
                put(writer, records);
                writer.deleteDocuments(removed);
            });
            return removed.length;
        });
    }

    @Override
    public void fill(List<IndexedRecord> records) throws SearchException {
        run("The index could not be written", index -> {
            index.changeUnseen(writer -> put(writer, records));
            return records.size();
        });
    }

    private static void put(IndexWriter writer, List<IndexedRecord> records) throws IOException {
        var shared = new AttributeSource();
        for (IndexedRecord record : records) {
            writer.updateDocument(RecordDocument.key(record.tenant(), record.id()), RecordDocument.of(record, shared));
        }
    }

    @Override
    public void commit() throws SearchException {
        run("The index could not be made durable", index -> {
            index.commit();
            return 0;
        });
        if (hasLostChanges()) {
            throw new SearchException("The index had to be opened anew and lacks what was written since the last commit. "
                    + "Write it again.", null);
        }
    }

    private synchronized boolean hasLostChanges() {
        boolean lost = lostChanges;
        lostChanges = false;
        return lost;
    }

    @Override
    public SearchResult search(SearchQuery query) throws SearchException {
        var search = new Search(query);
        return run("The index could not be searched", index -> index.ask(search::run));
    }

    @Override
    public long count() throws SearchException {
        return run("The index could not be read", index -> index.ask(searcher -> (long) searcher.getIndexReader().numDocs()));
    }

    /** Something to do with the open index. */
    private interface Work<T> {
        T run(LiveIndex index) throws IOException, SearchException;
    }

    private <T> T run(String failure, Work<T> work) throws SearchException {
        LiveIndex used = null;
        try {
            used = live();
            return work.run(used);
        } catch (CorruptIndexException e) {
            startAnew(used);
            throw new SearchException(failure + ": it is damaged and is built anew", e);
        } catch (IOException | AlreadyClosedException e) {
            throw new SearchException(failure + ": " + e.getMessage(), e);
        }
    }

    private synchronized void startAnew(@Nullable LiveIndex damaged) {
        if (damaged != null && live == damaged) {
            try {
                live = null;
                lostChanges = true;
                damaged.close();
                folder.moveAside();
            } catch (IOException e) {
                // The next opening finds out whether the folder can be used.
            }
        }
    }

    @Override
    public String part() {
        return "index";
    }

    @Override
    public Health check() {
        try {
            return Health.ok(count() + " records can be searched.");
        } catch (SearchException e) {
            return Health.error(
                    "The search index can't be used; lists work by management number only. " + e.getMessage(), false);
        }
    }
}

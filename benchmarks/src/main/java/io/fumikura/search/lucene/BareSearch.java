package io.fumikura.search.lucene;

import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchQuery;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The Lucene query that the platform makes of a question, and nothing around it. */
public final class BareSearch implements AutoCloseable {

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** @param folder of an index that nobody writes */
    public BareSearch(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    /** @return number of hits of the first page */
    public int run(SearchQuery query) throws IOException, SearchException {
        Order order = Order.of(query, reader);
        TopFieldDocs top = searcher.search(
                Conditions.of(query),
                new TopFieldCollectorManager(order.sort(), query.limit() + 1, order.after(), query.countLimit() + 1));
        return Math.min(query.limit(), top.scoreDocs.length);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}

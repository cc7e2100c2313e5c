package io.fumikura.search.lucene;

import io.fumikura.document.RecordId;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchQuery;
import io.fumikura.search.spi.SearchResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;

/** Answers one query. */
final class Search {

    private static final int LARGEST_PAGE = 1_000;
    private static final int MOST_SNIPPETS = 3;

    private final SearchQuery query;

    Search(SearchQuery query) throws SearchException {
        if (query.limit() < 1 || query.limit() > LARGEST_PAGE) {
            throw SearchException.badQuery("A page has 1 to " + LARGEST_PAGE + " hits, not " + query.limit() + ".");
        }
        if (query.snippets() < 0 || query.snippets() > MOST_SNIPPETS) {
            throw SearchException.badQuery("A hit has 0 to " + MOST_SNIPPETS + " snippets, not " + query.snippets() + ".");
        }
        if (query.countLimit() < 0) {
            throw SearchException.badQuery("Hits are counted up to 0 or more, not " + query.countLimit() + ".");
        }
        this.query = query;
    }

    SearchResult run(IndexSearcher searcher) throws IOException, SearchException {
        Order order = Order.of(query, searcher.getIndexReader());
        // One more than asked for tells whether there is a next page.
        int wanted = query.limit() + 1;
        int counted = query.countLimit() == Integer.MAX_VALUE ? Integer.MAX_VALUE : query.countLimit() + 1;
        TopFieldDocs top = searcher.search(
                Conditions.of(query), new TopFieldCollectorManager(order.sort(), wanted, order.after(), counted));
        boolean more = top.scoreDocs.length == wanted;
        int shown = Math.min(query.limit(), top.scoreDocs.length);
        var next = more
                ? Optional.of(Cursor.write((FieldDoc) top.scoreDocs[shown - 1], order.sort()))
                : Optional.<String>empty();
        boolean exact = top.totalHits.relation == TotalHits.Relation.EQUAL_TO && top.totalHits.value <= query.countLimit();
        return new SearchResult(
                hits(searcher, top.scoreDocs, shown), exact ? top.totalHits.value : query.countLimit(), exact, next);
    }

    private List<SearchResult.Hit> hits(IndexSearcher searcher, ScoreDoc[] found, int count) throws IOException {
        var snippets = new Snippets(query);
        StoredFields stored = searcher.storedFields();
        var hits = new ArrayList<SearchResult.Hit>(count);
        for (int i = 0; i < count; i++) {
            int document = found[i].doc;
            RecordId id = RecordKey.of(
                    value(searcher, document, Names.ID_HIGH), value(searcher, document, Names.ID_LOW));
            hits.add(new SearchResult.Hit(id, value(searcher, document, Names.VERSION), snippets.of(stored, document)));
        }
        return hits;
    }

    private static long value(IndexSearcher searcher, int document, String name) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), name);
        values.advanceExact(document - leaf.docBase);
        return values.longValue();
    }
}

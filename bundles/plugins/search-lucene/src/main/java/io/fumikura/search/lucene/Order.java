package io.fumikura.search.lucene;

import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.jspecify.annotations.Nullable;

/** How hits are sorted, and where a page of them begins. */
record Order(Sort sort, @Nullable FieldDoc after) {

    static Order of(SearchQuery query, IndexReader reader) throws SearchException {
        Sort sort = sort(query.sort(), query.descending(), reader);
        return new Order(sort, query.cursor().isEmpty() ? null : Cursor.read(query.cursor().get(), sort));
    }

    /** A field may have values of different cases in different ledgers; absent ones are as equal and go last. */
    private static Sort sort(String field, boolean descending, IndexReader reader) {
        var fields = new ArrayList<SortField>();
        for (String name : List.of(Names.number(field), Names.day(field))) {
            if (isIn(reader, name)) {
                var number = new SortedNumericSortField(name, SortField.Type.LONG, descending);
                number.setMissingValue(descending ? Long.MIN_VALUE : Long.MAX_VALUE);
                fields.add(number);
            }
        }
        for (String name : List.of(Names.firstCode(field), Names.firstText(field))) {
            if (isIn(reader, name)) {
                var text = new SortField(name, SortField.Type.STRING, descending);
                text.setMissingValue(descending ? SortField.STRING_FIRST : SortField.STRING_LAST);
                fields.add(text);
            }
        }
        fields.add(new SortField(Names.ID_HIGH, SortField.Type.LONG));
        fields.add(new SortField(Names.ID_LOW, SortField.Type.LONG));
        return new Sort(fields.toArray(SortField[]::new));
    }

    private static boolean isIn(IndexReader reader, String name) {
        for (LeafReaderContext leaf : reader.leaves()) {
            if (leaf.reader().getFieldInfos().fieldInfo(name) != null) {
                return true;
            }
        }
        return false;
    }
}

package io.fumikura.core.internal.index;

import io.fumikura.document.RecordId;
import io.fumikura.search.spi.IndexValue;
import io.fumikura.search.spi.IndexedRecord;
import io.fumikura.search.spi.SearchCondition;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;
import io.fumikura.search.spi.SearchQuery;
import io.fumikura.search.spi.SearchResult;
import io.fumikura.search.spi.SearchResult.Hit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An index in memory that can be broken and loses what was not committed. */
public final class MemoryIndex implements SearchIndex {

    private final Map<RecordId, IndexedRecord> visible = new LinkedHashMap<>();
    private Map<RecordId, IndexedRecord> durable = new LinkedHashMap<>();
    public volatile boolean broken;
    public volatile String refused = "";
    /** Number of records that were written. */
    public int taken;

    private int commits;

    @Override
    public synchronized void write(List<IndexedRecord> records, List<Removal> removals) throws SearchException {
        check();
        for (IndexedRecord record : records) {
            if (record.keywords().contains(refused)) {
                throw new SearchException("refused " + refused, null);
            }
        }
        taken += records.size();
        records.forEach(record -> visible.put(record.id(), record));
        removals.forEach(removal -> visible.remove(removal.record()));
    }

    @Override
    public synchronized void commit() throws SearchException {
        check();
        durable = new LinkedHashMap<>(visible);
        commits++;
    }

    public synchronized void crash() {
        visible.clear();
        visible.putAll(durable);
    }

    public synchronized int commits() {
        return commits;
    }

    public synchronized Map<RecordId, IndexedRecord> records() {
        return Map.copyOf(visible);
    }

    @Override
    public synchronized SearchResult search(SearchQuery query) throws SearchException {
        check();
        var hits = new ArrayList<IndexedRecord>();
        for (IndexedRecord record : visible.values()) {
            if (record.tenant().equals(query.tenant())
                    && !Collections.disjoint(record.visibility(), query.visibility())
                    && query.ledger().map(record.ledger()::equals).orElse(true)
                    && query.condition().map(condition -> holds(condition, record)).orElse(true)) {
                hits.add(record);
            }
        }
        Comparator<IndexedRecord> order = Comparator.comparing(record -> sortKey(record, query.sort()));
        hits.sort(query.descending() ? order.reversed() : order);
        int start = query.cursor().map(Integer::parseInt).orElse(0);
        int end = Math.min(hits.size(), start + query.limit());
        return new SearchResult(
                hits.subList(start, end).stream().map(record -> new Hit(record.id(), record.version(), List.of())).toList(),
                hits.size(),
                true,
                end < hits.size() ? Optional.of(Integer.toString(end)) : Optional.empty());
    }

    @Override
    public synchronized long count() throws SearchException {
        check();
        return visible.size();
    }

    private void check() throws SearchException {
        if (broken) {
            throw new SearchException("broken", null);
        }
    }

    private static String sortKey(IndexedRecord record, String field) {
        IndexValue value = record.values().getOrDefault(field, List.of(new IndexValue.Text(""))).get(0);
        return value instanceof IndexValue.Number number ? String.format("%030.4f", number.value()) : value.toString();
    }

    private static boolean holds(SearchCondition condition, IndexedRecord record) {
        if (condition instanceof SearchCondition.And and) {
            return and.parts().stream().allMatch(part -> holds(part, record));
        } else if (condition instanceof SearchCondition.Or or) {
            return or.parts().stream().anyMatch(part -> holds(part, record));
        } else if (condition instanceof SearchCondition.Not not) {
            return !holds(not.part(), record);
        } else if (condition instanceof SearchCondition.Equal equal) {
            return record.values().getOrDefault(equal.field(), List.of()).contains(equal.value());
        } else if (condition instanceof SearchCondition.Exists exists) {
            return record.values().containsKey(exists.field());
        } else if (condition instanceof SearchCondition.Keyword keyword) {
            return record.keywords().stream().anyMatch(word -> word.contains(keyword.part()));
        } else if (condition instanceof SearchCondition.FullText full) {
            return record.pages().stream().anyMatch(page -> page.contains(full.part()));
        } else if (condition instanceof SearchCondition.Between between) {
            return record.values().getOrDefault(between.field(), List.of()).stream()
                    .anyMatch(value -> between.from().map(from -> compare(value, from) >= 0).orElse(true)
                            && between.to().map(to -> compare(value, to) <= 0).orElse(true));
        }
        var contains = (SearchCondition.Contains) condition;
        return record.values().getOrDefault(contains.field(), List.of()).stream()
                .anyMatch(value -> ((IndexValue.Text) value).value().contains(contains.part()));
    }

    private static int compare(IndexValue one, IndexValue other) {
        return one instanceof IndexValue.Number number
                ? number.value().compareTo(((IndexValue.Number) other).value())
                : ((IndexValue.Day) one).value().compareTo(((IndexValue.Day) other).value());
    }
}

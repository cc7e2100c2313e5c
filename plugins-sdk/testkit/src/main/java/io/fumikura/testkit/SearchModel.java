package io.fumikura.testkit;

import io.fumikura.document.RecordId;
import io.fumikura.document.text.SearchFolding;
import io.fumikura.search.spi.IndexValue;
import io.fumikura.search.spi.IndexedRecord;
import io.fumikura.search.spi.SearchCondition;
import io.fumikura.search.spi.SearchQuery;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an index must answer, found by looking at each record. */
final class SearchModel {

    private static final String JAPANESE = "[\\x{2E80}-\\x{ABFF}\\x{D7A4}-\\x{10FFFF}]";

    private SearchModel() {}

    static List<RecordId> search(Collection<IndexedRecord> records, SearchQuery query) {
        return records.stream()
                .filter(record -> record.tenant().equals(query.tenant()))
                .filter(record -> !Collections.disjoint(record.visibility(), query.visibility()))
                .filter(record -> query.ledger().map(record.ledger()::equals).orElse(true))
                .filter(record -> query.condition().map(condition -> meets(record, condition)).orElse(true))
                .sorted(order(query))
                .map(IndexedRecord::id)
                .toList();
    }

    private static Comparator<IndexedRecord> order(SearchQuery query) {
        Comparator<Optional<IndexValue>> values = (a, b) -> {
            if (a.isEmpty() || b.isEmpty()) {
                return Boolean.compare(a.isEmpty(), b.isEmpty());
            }
            int natural = compare(a.get(), b.get());
            return query.descending() ? -natural : natural;
        };
        return Comparator.comparing((IndexedRecord record) -> values(record, query.sort()).stream().findFirst(), values)
                .thenComparing(record -> record.id().toString());
    }

    private static int compare(IndexValue a, IndexValue b) {
        if (a instanceof IndexValue.Number x && b instanceof IndexValue.Number y) {
            return x.value().compareTo(y.value());
        } else if (a instanceof IndexValue.Day x && b instanceof IndexValue.Day y) {
            return x.value().compareTo(y.value());
        } else if (a instanceof IndexValue.Text x && b instanceof IndexValue.Text y) {
            return byCodePoint(regular(x.value(), false), regular(y.value(), false));
        } else if (a instanceof IndexValue.Code x && b instanceof IndexValue.Code y) {
            return byCodePoint(x.value(), y.value());
        }
        throw new IllegalArgumentException("a field has values of one case only");
    }

    private static int byCodePoint(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }

    private static boolean meets(IndexedRecord record, SearchCondition condition) {
        if (condition instanceof SearchCondition.And and) {
            return and.parts().stream().allMatch(part -> meets(record, part));
        } else if (condition instanceof SearchCondition.Or or) {
            return or.parts().stream().anyMatch(part -> meets(record, part));
        } else if (condition instanceof SearchCondition.Not not) {
            return !meets(record, not.part());
        } else if (condition instanceof SearchCondition.Equal equal) {
            return values(record, equal.field()).stream().anyMatch(value -> same(value, equal.value()));
        } else if (condition instanceof SearchCondition.Contains contains) {
            return values(record, contains.field()).stream()
                    .anyMatch(value -> value instanceof IndexValue.Text text
                            && contains(text.value(), contains.part(), contains.exact()));
        } else if (condition instanceof SearchCondition.Between between) {
            return values(record, between.field()).stream().anyMatch(value -> isBetween(value, between));
        } else if (condition instanceof SearchCondition.Exists exists) {
            return !values(record, exists.field()).isEmpty();
        } else if (condition instanceof SearchCondition.Keyword keyword) {
            return record.keywords().stream().anyMatch(text -> contains(text, keyword.part(), keyword.exact()));
        } else if (condition instanceof SearchCondition.FullText full) {
            return record.pages().stream().anyMatch(text -> contains(text, full.part(), full.exact()));
        }
        throw new IllegalArgumentException("unknown condition " + condition);
    }

    private static List<IndexValue> values(IndexedRecord record, String field) {
        Map<String, List<IndexValue>> values = record.values();
        return values.getOrDefault(field, List.of());
    }

    private static boolean same(IndexValue value, IndexValue wanted) {
        return value.getClass() == wanted.getClass() && compare(value, wanted) == 0;
    }

    private static boolean isBetween(IndexValue value, SearchCondition.Between between) {
        return between.from().map(from -> compare(value, from) >= 0).orElse(true)
                && between.to().map(to -> compare(value, to) <= 0).orElse(true);
    }

    static boolean contains(String text, String part, boolean exact) {
        return regular(text, exact).contains(regular(part, exact));
    }

    /** White space counts only between words of scripts that have it there. */
    private static String regular(String text, boolean exact) {
        String folded = exact ? text : SearchFolding.fold(text).text();
        String blanks = "[\\s\\p{Z}]+";
        return folded.replaceAll(blanks, " ")
                .replaceAll("^ | $|(?<=" + JAPANESE + ") | (?=" + JAPANESE + ")", "");
    }

    static IndexValue number(String digits) {
        return new IndexValue.Number(new BigDecimal(digits));
    }
}

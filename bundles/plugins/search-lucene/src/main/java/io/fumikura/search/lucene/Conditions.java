package io.fumikura.search.lucene;

import io.fumikura.document.text.SearchText;
import io.fumikura.search.spi.IndexValue;
import io.fumikura.search.spi.SearchCondition;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchQuery;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.NGramPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Turns what a caller looks for into Lucene's queries. */
final class Conditions {

    /** More would not be typed by anybody, and costs time. */
    private static final int LONGEST_PART = 1_000;

    private Conditions() {}

    /** The records that the query's caller may see and that meet its condition. */
    static Query of(SearchQuery query) throws SearchException {
        Query access = access(query);
        if (query.condition().isEmpty()) {
            return access;
        }
        return new BooleanQuery.Builder()
                .add(access, Occur.FILTER)
                .add(of(query.condition().get()), Occur.FILTER)
                .build();
    }

    private static Query access(SearchQuery query) {
        String tenant = query.tenant().toString();
        List<String> tokens = query.visibility().stream()
                .map(token -> query.ledger()
                        .map(ledger -> Names.access(tenant, token, ledger))
                        .orElseGet(() -> Names.access(tenant, token)))
                .toList();
        // Somebody at the top of a large company brings more tokens than a boolean query takes clauses.
        return tokens.size() == 1
                ? term(Names.ACCESS, tokens.get(0))
                : new TermInSetQuery(Names.ACCESS, tokens.stream().map(BytesRef::new).toList());
    }

    private static Query of(SearchCondition condition) throws SearchException {
        if (condition instanceof SearchCondition.And and) {
            return and.parts().isEmpty() ? new MatchAllDocsQuery() : join(all(and.parts()), Occur.FILTER);
        } else if (condition instanceof SearchCondition.Or or) {
            return join(all(or.parts()), Occur.SHOULD);
        } else if (condition instanceof SearchCondition.Not not) {
            return new BooleanQuery.Builder()
                    .add(new MatchAllDocsQuery(), Occur.FILTER)
                    .add(of(not.part()), Occur.MUST_NOT)
                    .build();
        } else if (condition instanceof SearchCondition.Equal equal) {
            return equal(equal.field(), equal.value());
        } else if (condition instanceof SearchCondition.Contains contains) {
            return part(contains.field(), contains.part(), contains.exact());
        } else if (condition instanceof SearchCondition.Between between) {
            return between(between.field(), between.from(), between.to());
        } else if (condition instanceof SearchCondition.Exists exists) {
            return term(Names.HAS, exists.field());
        } else if (condition instanceof SearchCondition.Keyword keyword) {
            return part(Names.KEYWORDS, keyword.part(), keyword.exact());
        } else if (condition instanceof SearchCondition.FullText text) {
            return part(Names.TEXT, text.part(), text.exact());
        }
        throw SearchException.badQuery("Unknown condition: " + condition.getClass().getSimpleName());
    }

    private static List<Query> all(List<SearchCondition> parts) throws SearchException {
        var queries = new java.util.ArrayList<Query>();
        for (SearchCondition part : parts) {
            queries.add(of(part));
        }
        return queries;
    }

    private static Query join(List<Query> queries, Occur occur) {
        if (queries.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        if (queries.size() == 1) {
            return queries.get(0);
        }
        var joined = new BooleanQuery.Builder();
        queries.forEach(query -> joined.add(query, occur));
        return joined.build();
    }

    private static Query equal(String field, IndexValue value) {
        if (value instanceof IndexValue.Text text) {
            return term(Names.texts(field), TextKeys.key(text.value()));
        } else if (value instanceof IndexValue.Code code) {
            return term(Names.codes(field), code.value());
        } else if (value instanceof IndexValue.Day day) {
            return LongField.newExactQuery(Names.day(field), day.value().toEpochDay());
        } else if (value instanceof IndexValue.Number number && FixedPoint.isExact(number.value())) {
            return LongField.newExactQuery(Names.number(field), FixedPoint.of(number.value(), RoundingMode.UNNECESSARY));
        }
        return new MatchNoDocsQuery();
    }

    private static Query between(String field, Optional<IndexValue> from, Optional<IndexValue> to) throws SearchException {
        if (from.isEmpty() && to.isEmpty()) {
            return term(Names.HAS, field);
        }
        boolean days = isDay(from.or(() -> to).get());
        long lowest = from.isPresent() ? end(from.get(), days, RoundingMode.CEILING) : Long.MIN_VALUE;
        long highest = to.isPresent() ? end(to.get(), days, RoundingMode.FLOOR) : Long.MAX_VALUE;
        return lowest > highest
                ? new MatchNoDocsQuery()
                : LongField.newRangeQuery(days ? Names.day(field) : Names.number(field), lowest, highest);
    }

    private static boolean isDay(IndexValue value) {
        return value instanceof IndexValue.Day;
    }

    private static long end(IndexValue value, boolean day, RoundingMode rounding) throws SearchException {
        if (day && value instanceof IndexValue.Day date) {
            return date.value().toEpochDay();
        } else if (!day && value instanceof IndexValue.Number number) {
            return FixedPoint.of(number.value(), rounding);
        }
        throw SearchException.badQuery("A range has two days or two numbers as its ends.");
    }

    private static Query part(String field, String part, boolean exact) throws SearchException {
        if (part.length() > LONGEST_PART) {
            throw SearchException.badQuery("A text to look for has at most " + LONGEST_PART + " characters.");
        }
        String text = SearchText.of(part, exact).text();
        int[] characters = text.codePoints().toArray();
        String pairs = Names.pairs(field, exact);
        return switch (characters.length) {
            case 0 -> term(Names.HAS, field);
            case 1 -> term(Names.singles(field, exact), text);
            case 2 -> term(pairs, text);
            default -> phrase(pairs, characters);
        };
    }

    private static Query phrase(String field, int[] characters) {
        var phrase = new PhraseQuery.Builder();
        for (int i = 0; i + 2 <= characters.length; i++) {
            phrase.add(new Term(field, new String(characters, i, 2)), i);
        }
        return new NGramPhraseQuery(2, phrase.build());
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}

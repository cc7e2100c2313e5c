package io.fumikura.core.internal.ledger;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.access.RecordAccess;
import io.fumikura.core.internal.index.IndexFeeder;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Summaries;
import io.fumikura.document.InputState;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.Ledgers;
import io.fumikura.document.RecordSummary;
import io.fumikura.search.spi.SearchCondition;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;
import io.fumikura.search.spi.SearchQuery;
import io.fumikura.search.spi.SearchResult;
import io.fumikura.search.spi.SearchResult.Hit;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists through the search index, with rows out of the database; by number from the database alone while the index is away or filled anew. */
@Component
public final class IndexedLedgers implements Ledgers {

    private static final Logger LOG = LoggerFactory.getLogger(IndexedLedgers.class);
    private static final int COUNTED = 10_000;
    private static final int SNIPPETS = 3;
    /** Cursors say where they come from: n is a number of the database, i a cursor of the index. */
    private static final String BY_NUMBER = "n";

    private static final String BY_INDEX = "i";

    private final Transactions transactions;
    private final LedgerCatalog catalog;
    private final IndexFeeder feeder;

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable SearchIndex index;

    @Activate
    public IndexedLedgers(
            @Reference Transactions transactions, @Reference LedgerCatalog catalog, @Reference IndexFeeder feeder) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.feeder = feeder;
    }

    /** For tests. */
    public IndexedLedgers(Transactions transactions, LedgerCatalog catalog, IndexFeeder feeder, @Nullable SearchIndex index) {
        this(transactions, catalog, feeder);
        this.index = index;
    }

    @Override
    public List<LedgerDescription> ledgers(Caller caller) {
        return catalog.ledgers();
    }

    @Override
    public Page list(Caller caller, Query query) {
        RecordAccess.requireView(caller);
        LedgerDescription ledger = catalog.ledger(query.ledger())
                .orElseThrow(() -> new PlatformException(
                        Category.NOT_FOUND, "ledger.unknown", "There is no ledger " + query.ledger() + "."));
        ZoneId zone = transactions.read(entities -> new RecordQueries(entities, caller).zone());
        Optional<SearchCondition> condition = new QueryTranslator(new Columns(ledger), zone).translate(query);
        SearchIndex present = index;
        boolean fromDatabase = query.cursor().filter(cursor -> cursor.startsWith(BY_NUMBER)).isPresent();
        if (present == null || fromDatabase) {
            return byNumber(caller, query, condition);
        }
        feeder.awaitVisible(caller.tenant());
        // Asked before the search: an index that has been filled since is no harm.
        boolean rebuilding = feeder.isFilling();
        if (rebuilding && needsNoIndex(query, condition)) {
            return byNumber(caller, query, condition);
        }
        try {
            return byIndex(caller, query, present.search(search(caller, tokens(caller), query, condition)), rebuilding);
        } catch (SearchException e) {
            if (e.isBadQuery()) {
                throw QueryTranslator.invalid("cursor", "The query can't be answered: " + e.getMessage());
            }
            LOG.warn("The search index does not answer: {}", e.getMessage(), e);
        } catch (RuntimeException e) {
            LOG.warn("The search index failed.", e);
        }
        return byNumber(caller, query, condition);
    }

    private Set<String> tokens(Caller caller) {
        return transactions.read(entities -> new RecordQueries(entities, caller).tokens());
    }

    private static SearchQuery search(
            Caller caller, Set<String> tokens, Query query, Optional<SearchCondition> condition) {
        return new SearchQuery(
                caller.tenant(),
                tokens,
                Optional.of(query.ledger()),
                condition,
                Columns.sortField(query.sort()),
                query.descending(),
                query.cursor().map(cursor -> cursor.substring(1)),
                query.limit(),
                COUNTED,
                query.fullText() ? SNIPPETS : 0);
    }

    private Page byIndex(Caller caller, Query query, SearchResult result, boolean rebuilding) {
        return transactions.read(entities -> {
            List<Row> rows = rows(entities, caller, query.ledger(), result.hits());
            return new Page(
                    rows, result.total(), result.totalExact(), result.next().map(next -> BY_INDEX + next), false, rebuilding);
        });
    }

    /** What the index found, as it is in the database now; what is not there for this caller is left out. */
    private static List<Row> rows(EntityManager entities, Caller caller, String ledger, List<Hit> hits) {
        Map<UUID, RecordRow> found = new RecordQueries(entities, caller)
                .byId(hits.stream().map(hit -> hit.id().value()).toList());
        List<Hit> seen = hits.stream()
                .filter(hit -> found.containsKey(hit.id().value())
                        && ledger.equals(found.get(hit.id().value()).ledger))
                .toList();
        List<RecordSummary> summaries = Summaries.of(
                entities, seen.stream().map(hit -> found.get(hit.id().value())).toList());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < seen.size(); i++) {
            rows.add(new Row(
                    summaries.get(i),
                    seen.get(i).snippets().stream()
                            .map(part -> new Snippet(part.page(), part.text(), part.start(), part.end()))
                            .toList()));
        }
        return rows;
    }

    /** Whether the database alone can answer. */
    private static boolean needsNoIndex(Query query, Optional<SearchCondition> condition) {
        boolean fromIndex = query.cursor().filter(cursor -> cursor.startsWith(BY_INDEX)).isPresent();
        return condition.isEmpty() && query.sort().equals("number") && !fromIndex;
    }

    private Page byNumber(Caller caller, Query query, Optional<SearchCondition> condition) {
        if (!needsNoIndex(query, condition)) {
            throw new PlatformException(
                    Category.UNAVAILABLE,
                    "search.unavailable",
                    "The search index is away at the moment; lists by number without conditions still work.");
        }
        return transactions.read(entities -> {
            var queries = new RecordQueries(entities, caller);
            List<RecordRow> found =
                    queries.byNumber(query.ledger(), query.descending(), query.cursor().map(IndexedLedgers::number), query.limit() + 1);
            List<RecordRow> page = found.subList(0, Math.min(found.size(), query.limit()));
            long total = queries.count(query.ledger());
            return new Page(
                    Summaries.of(entities, page).stream().map(row -> new Row(row, List.of())).toList(),
                    Math.min(total, COUNTED),
                    total <= COUNTED,
                    found.size() > page.size() ? Optional.of(BY_NUMBER + page.get(page.size() - 1).number) : Optional.empty(),
                    !feeder.isFilling(),
                    false);
        });
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor.substring(1));
        } catch (NumberFormatException e) {
            throw QueryTranslator.invalid("cursor", "There is no such cursor.");
        }
    }

    @Override
    public Overview overview(Caller caller) {
        RecordAccess.requireView(caller);
        List<UUID> overdue = new OverdueSearch(catalog, index).find(caller, transactions);
        return transactions.read(entities -> {
            var queries = new RecordQueries(entities, caller);
            var attention = new ArrayList<>(
                    queries.latest(List.of(InputState.INCOMPLETE, InputState.PROTECTED, InputState.FAILED), 10));
            queries.byId(overdue).values().stream().filter(row -> !attention.contains(row)).forEach(attention::add);
            attention.sort((a, b) -> b.registeredAt.compareTo(a.registeredAt));
            return new Overview(
                    Summaries.of(entities, queries.latest(10)),
                    Summaries.of(entities, attention.subList(0, Math.min(10, attention.size()))),
                    queries.counts(),
                    Summaries.of(entities, queries.latest(List.of(InputState.WAITING, InputState.READING), 50)));
        });
    }
}

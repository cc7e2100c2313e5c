package io.fumikura.core.internal.ledger;

import io.fumikura.account.Caller;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.LedgerDescription;
import io.fumikura.search.spi.IndexValue;
import io.fumikura.search.spi.SearchCondition;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;
import io.fumikura.search.spi.SearchQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the latest records whose overdue date has passed; none while the index is away. */
final class OverdueSearch {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueSearch.class);
    private static final int MOST = 10;

    private final LedgerCatalog catalog;
    private final @Nullable SearchIndex index;

    OverdueSearch(LedgerCatalog catalog, @Nullable SearchIndex index) {
        this.catalog = catalog;
        this.index = index;
    }

    private record Asker(Caller caller, Set<String> tokens, LocalDate today) {}

    List<UUID> find(Caller caller, Transactions transactions) {
        var found = new ArrayList<UUID>();
        if (index != null) {
            var asker = transactions.read(entities -> {
                var queries = new RecordQueries(entities, caller);
                return new Asker(caller, queries.tokens(), LocalDate.now(queries.zone()));
            });
            for (LedgerDescription ledger : catalog.ledgers()) {
                if (ledger.overdueField() != null) {
                    found.addAll(find(index, query(asker, ledger)));
                }
            }
        }
        return found;
    }

    private static List<UUID> find(SearchIndex index, SearchQuery query) {
        try {
            return index.search(query).hits().stream().map(hit -> hit.id().value()).toList();
        } catch (SearchException | RuntimeException e) {
            LOG.warn("Overdue records could not be searched: {}", e.getMessage());
            return List.of();
        }
    }

    private static SearchQuery query(Asker asker, LedgerDescription ledger) {
        return new SearchQuery(
                asker.caller().tenant(),
                asker.tokens(),
                Optional.of(ledger.id()),
                Optional.of(passed(ledger, asker.today().minusDays(1))),
                "registered",
                true,
                Optional.empty(),
                MOST,
                MOST,
                0);
    }

    /** Where a record was renewed, its first end says nothing any more. */
    private static SearchCondition passed(LedgerDescription ledger, LocalDate yesterday) {
        SearchCondition first = until(String.valueOf(ledger.overdueField()), yesterday);
        String renewed = ledger.renewedField();
        return renewed == null
                ? first
                : new SearchCondition.Or(List.of(
                        until(renewed, yesterday),
                        new SearchCondition.And(
                                List.of(first, new SearchCondition.Not(new SearchCondition.Exists(renewed))))));
    }

    private static SearchCondition until(String field, LocalDate day) {
        return new SearchCondition.Between(field, Optional.empty(), Optional.of(new IndexValue.Day(day)));
    }
}

package io.fumikura.search.spi;

import io.fumikura.account.TenantId;
import java.util.Optional;
import java.util.Set;

/**
 * What to look for.
 *
 * @param visibility tokens of the caller; a record is found when it has one of them
 * @param ledger empty for all ledgers
 * @param condition empty for all records
 * @param sort field id; records without a value come last in both orders; ties are broken by record id
 * @param cursor {@link SearchResult#next()} of the page before
 * @param limit hits, 1…1,000
 * @param countLimit up to how many hits are counted exactly
 * @param snippets how many snippets per hit, 0…3, for {@link SearchCondition.FullText} conditions
 */
public record SearchQuery(
        TenantId tenant,
        Set<String> visibility,
        Optional<String> ledger,
        Optional<SearchCondition> condition,
        String sort,
        boolean descending,
        Optional<String> cursor,
        int limit,
        int countLimit,
        int snippets) {

    public SearchQuery {
        visibility = Set.copyOf(visibility);
    }
}

package io.fumikura.search.spi;

import io.fumikura.account.TenantId;
import io.fumikura.document.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record as the index takes it.
 *
 * @param visibility tokens of those who may see it; a search finds it when it brings one of them
 * @param version of the record, given back with hits
 * @param values values per field id (and built-in column); a field may have several
 * @param keywords texts for keyword search: title, number, parties, kind, tags, memo, file name …
 * @param pages text of each page, unfolded, in order; empty until it is read
 */
public record IndexedRecord(
        TenantId tenant,
        RecordId id,
        String ledger,
        Set<String> visibility,
        long version,
        Map<String, List<IndexValue>> values,
        List<String> keywords,
        List<String> pages) {

    public IndexedRecord {
        visibility = Set.copyOf(visibility);
        values = Map.copyOf(values);
        keywords = List.copyOf(keywords);
        pages = List.copyOf(pages);
    }
}

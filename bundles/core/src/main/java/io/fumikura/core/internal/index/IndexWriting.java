package io.fumikura.core.internal.index;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.RecordId;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;
import io.fumikura.search.spi.SearchIndex.Removal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Brings records into an index as they are in the database now, and takes those out of it that are no more. */
final class IndexWriting {

    /** Of texts in one call of the index. */
    private static final long CHARACTERS = 3_000_000;

    private final Transactions transactions;
    private final IndexedRecords records;

    IndexWriting(Transactions transactions, IndexedRecords records) {
        this.transactions = transactions;
        this.records = records;
    }

    void write(SearchIndex index, List<Entry> entries) throws SearchException {
        Map<RecordId, TenantId> wanted = new LinkedHashMap<>();
        entries.forEach(entry -> wanted.put(entry.record(), entry.tenant()));
        List<UUID> ids = wanted.keySet().stream().map(RecordId::value).toList();
        while (!ids.isEmpty()) {
            List<UUID> left = ids;
            var read = transactions.read(entities -> records.read(entities, left, CHARACTERS));
            Map<RecordId, TenantId> gone = new LinkedHashMap<>();
            left.subList(0, read.asked()).forEach(id -> gone.put(new RecordId(id), wanted.get(new RecordId(id))));
            read.records().forEach(record -> gone.remove(record.id()));
            var removals = new ArrayList<Removal>();
            gone.forEach((record, tenant) -> removals.add(new Removal(tenant, record)));
            index.write(read.records(), removals);
            ids = left.subList(read.asked(), left.size());
        }
    }
}

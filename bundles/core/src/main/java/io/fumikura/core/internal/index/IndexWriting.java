package io.fumikura.core.internal.index;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.RecordId;
import io.fumikura.search.spi.IndexedRecord;
import io.fumikura.search.spi.SearchException;
import io.fumikura.search.spi.SearchIndex;
import io.fumikura.search.spi.SearchIndex.Removal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the records of outbox entries into an index: together, or one by one to find those that it refuses. */
final class IndexWriting {

    private static final Logger LOG = LoggerFactory.getLogger(IndexWriting.class);
    private static final int MOST_REFUSED = 3;

    private final Transactions transactions;
    private final IndexedRecords records;
    private final Consumer<List<Outbox.Entry>> written;

    /** @param written told after each part that the index has taken */
    IndexWriting(Transactions transactions, IndexedRecords records, Consumer<List<Outbox.Entry>> written) {
        this.transactions = transactions;
        this.records = records;
        this.written = written;
    }

    /**
     * @return ids of the entries that the index refuses; they are tried again when the index comes back
     * @throws SearchException when it refuses all, so that it is broken
     */
    List<Long> write(SearchIndex index, List<Outbox.Entry> entries) throws SearchException {
        try {
            together(index, entries);
            return List.of();
        } catch (SearchException | RuntimeException e) {
            if (entries.size() == 1) {
                throw e;
            }
            return oneByOne(index, entries);
        }
    }

    private List<Long> oneByOne(SearchIndex index, List<Outbox.Entry> entries) throws SearchException {
        var bad = new ArrayList<Long>();
        Exception last = null;
        for (Outbox.Entry entry : entries) {
            try {
                together(index, List.of(entry));
            } catch (SearchException | RuntimeException e) {
                bad.add(entry.id());
                last = e;
            }
            if (bad.size() > MOST_REFUSED && bad.size() == entries.indexOf(entry) + 1) {
                break;
            }
        }
        if (last != null && (bad.size() == entries.size() || bad.size() > MOST_REFUSED)) {
            throw last instanceof SearchException search ? search : new SearchException(String.valueOf(last.getMessage()), last);
        }
        if (last != null) {
            LOG.error("The search index refuses {} records: {}", bad.size(), last.getMessage(), last);
        }
        return bad;
    }

    private void together(SearchIndex index, List<Outbox.Entry> entries) throws SearchException {
        Map<RecordId, TenantId> wanted = new LinkedHashMap<>();
        entries.forEach(entry -> wanted.put(entry.record(), entry.tenant()));
        List<IndexedRecord> found = transactions.read(
                entities -> records.read(entities, wanted.keySet().stream().map(RecordId::value).toList()));
        Map<RecordId, TenantId> gone = new LinkedHashMap<>(wanted);
        found.forEach(record -> gone.remove(record.id()));
        index.write(
                found,
                gone.entrySet().stream()
                        .map(entry -> new Removal(entry.getValue(), entry.getKey()))
                        .toList());
        written.accept(entries);
    }
}

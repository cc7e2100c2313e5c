package io.fumikura.search.spi;

import io.fumikura.account.TenantId;
import io.fumikura.document.RecordId;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds records. Writes are seen by searches as soon as {@link #write} returns; they are durable when {@link #commit} returns.
 * Core remembers what it wrote since the last commit and writes it again after a crash, so an older state of the index is no
 * loss, but a write must be idempotent.
 */
@ConsumerType
public interface SearchIndex {

    /** Adds or replaces (by tenant and record id) and removes, in one step, and makes it visible to searches. */
    void write(List<IndexedRecord> records, List<Removal> removals) throws SearchException;

    /**
     * Adds or replaces many records of an index that is filled anew. Nobody waits for them: searches need to see them only when the next
     * {@link #write} or {@link #commit} returns, so that an index can take them at less cost than one by one.
     */
    default void fill(List<IndexedRecord> records) throws SearchException {
        write(records, List.of());
    }

    /**
     * Makes all writes durable.
     *
     * @throws SearchException when it can't, or when the index lost some (after a full disk, say); core then writes all since the last
     *     commit again, and everything if the index is empty
     */
    void commit() throws SearchException;

    SearchResult search(SearchQuery query) throws SearchException;

    /** Number of indexed records of all tenants; core rebuilds an index that is empty while records exist. */
    long count() throws SearchException;

    record Removal(TenantId tenant, RecordId record) {}
}

package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Erases texts that the law wants erased. The entries stay with the hashes, so the tree stays whole; that it was done is an entry. */
public final class Purge {

    private static final int AT_ONCE = 1_000;

    private Purge() {}

    /**
     * Erases all texts of entries of a tenant in the present transaction: names, addresses, reasons, values.
     *
     * @param sequences numbers of the entries
     * @param reason why, for the entry about it; not empty
     */
    public static void erase(EntityManager entities, UUID tenant, List<Long> sequences, Author by, String reason) {
        sequences.forEach(sequence -> erase(entities, tenant, sequence));
        for (int from = 0; from < sequences.size(); from += AT_ONCE) {
            List<Change> changes = sequences.subList(from, Math.min(sequences.size(), from + AT_ONCE)).stream()
                    .map(sequence -> new Change(Long.toString(sequence), "", ""))
                    .toList();
            History.append(
                    entities, new HistoryEvent(tenant, new Subject("history", tenant), by, "history.purged", changes, reason));
        }
    }

    private static void erase(EntityManager entities, UUID tenant, long sequence) {
        LogRow.Block found = LogRow.read(entities, tenant, sequence, sequence + 1, 1);
        for (LogRow row : found.rows()) {
            Openings texts = Openings.decode(found.values(row), EntryBody.decode(row.body()).slots());
            Sql.update(entities, "delete from history_value where log_id = ? and sequence = ?", tenant, sequence);
            Sql.update(
                    entities,
                    "insert into history_value (log_id, sequence, part, content) values (?, ?, 0, ?)",
                    tenant,
                    sequence,
                    texts.erased().encode());
        }
    }
}

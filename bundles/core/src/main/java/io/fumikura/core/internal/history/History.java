package io.fumikura.core.internal.history;

import io.fumikura.core.internal.model.RecordRow;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * Where every action of the platform is written down; nothing changes or removes an entry. Entries go into the tenant's log just before the
 * transaction commits, so they can't be read inside of it; when they can't be written, the transaction fails.
 */
public final class History {

    /** What actions on records begin with. */
    public static final String RECORD = "record.";

    private History() {}

    /** Appends an event in the present transaction. */
    public static void append(EntityManager entities, HistoryEvent event) {
        PendingEntries.of(entities).add(event);
    }

    /**
     * Appends a change of a record in the present transaction; several changes of one action are one event.
     *
     * @param action without the leading {@code record.}
     */
    public static void append(
            EntityManager entities, RecordRow record, Author by, String action, String field, String from, String to) {
        boolean plain = field.isEmpty() && from.isEmpty() && to.isEmpty();
        PendingEntries.of(entities)
                .merge(
                        new HistoryEvent(
                                record.tenant,
                                new Subject("record", record.id),
                                by,
                                RECORD + action,
                                plain ? List.of() : List.of(new Change(field, from, to)),
                                ""),
                        record.revision);
    }

    /** All entries about a record, newest first. */
    public static List<HistoryEntry> of(EntityManager entities, UUID record) {
        return EntryQuery.query(
                entities, "subject_id = ? and subject_type = 'record' order by sequence desc", record);
    }

    /** The entries of changes of a record after a revision, newest first. */
    public static List<HistoryEntry> since(EntityManager entities, UUID record, long revision) {
        return EntryQuery.query(
                entities,
                "subject_id = ? and subject_type = 'record' and revision > ? order by sequence desc",
                record,
                revision);
    }

    /** Whether a user has ever changed a field of a record. */
    public static boolean isByUser(EntityManager entities, UUID record, String field) {
        return EntryQuery.query(
                        entities,
                        "subject_id = ? and subject_type = 'record' and by_user is not null order by sequence desc",
                        record)
                .stream()
                .anyMatch(entry -> entry.fields().contains(field));
    }
}

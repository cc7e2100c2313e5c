package io.fumikura.core.internal.record;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEntry;
import io.fumikura.core.internal.model.RecordRow;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;

/** That nobody was faster. */
public final class Unchanged {

    private Unchanged() {}

    /** @throws PlatformException {@code record.changed}, with the fields that changed since the version, and who did it */
    public static void require(EntityManager entities, RecordRow record, long version) {
        if (record.revision == version) {
            return;
        }
        List<HistoryEntry> since = History.since(entities, record.id, version);
        List<String> fields =
                since.stream().flatMap(entry -> entry.fields().stream()).distinct().sorted().toList();
        String by = since.isEmpty() ? "" : since.get(0).by().name();
        throw new PlatformException(
                Category.CHANGED,
                "record.changed",
                "The record was changed since it was read, by " + by + ": " + String.join(", ", fields) + ".",
                Map.of("fields", fields, "by", by),
                null);
    }
}

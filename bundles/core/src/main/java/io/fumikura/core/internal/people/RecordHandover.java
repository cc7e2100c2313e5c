package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.record.Author;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.document.RecordId;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives the records of one user to another. */
@Component(service = RecordHandover.class)
public final class RecordHandover {

    private static final int PORTION = 200;

    private final RecordWriter writer;

    @Activate
    public RecordHandover(@Reference RecordWriter writer) {
        this.writer = writer;
    }

    static long count(EntityManager entities, UUID owner) {
        return Sql.query(entities, "select count(*) from record where owner_id = ?", row -> row.getLong(1), owner).get(0);
    }

    /** The next portion, each with its entry in the history. */
    void some(EntityManager entities, Caller by, UserRow from, UserRow to) {
        Sql.query(
                        entities,
                        "select id from record where owner_id = ? order by id fetch first " + PORTION + " rows only",
                        row -> new RecordId(row.getObject(1, UUID.class)),
                        from.id)
                .forEach(id -> writer.lock(entities, id).ifPresent(record -> {
                    record.owner = to.id;
                    record.revision++;
                    History.append(entities, record, Author.of(by), "edited", "owner", from.name, to.name);
                    writer.announce(entities, record);
                }));
    }
}

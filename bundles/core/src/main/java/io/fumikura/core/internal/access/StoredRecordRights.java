package io.fumikura.core.internal.access;

import io.fumikura.account.Caller;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.core.internal.record.Summaries;
import io.fumikura.core.internal.record.Unchanged;
import io.fumikura.document.AccessRights;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.RecordId;
import io.fumikura.document.RecordRights;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Access rights of records in the database. */
@Component
public final class StoredRecordRights implements RecordRights {

    private final Transactions transactions;
    private final RecordWriter writer;

    @Activate
    public StoredRecordRights(@Reference Transactions transactions, @Reference RecordWriter writer) {
        this.transactions = transactions;
        this.writer = writer;
    }

    @Override
    public Shown get(Caller caller, RecordId id) {
        return transactions.read(entities -> shown(entities, caller, RecordAccess.visible(entities, caller, id)));
    }

    private static Shown shown(EntityManager entities, Caller caller, RecordRow record) {
        AccessRights rights = rights(entities, record);
        return new Shown(
                Summaries.of(entities, record),
                rights,
                names(entities, record, rights),
                record.defaultAccess,
                RecordAccess.isEditable(entities, caller, record));
    }

    private static AccessRights rights(EntityManager entities, RecordRow record) {
        return new AccessRights(record.everyone, record.owningGroup, Grants.of(Grants.rows(entities, record.id)));
    }

    private static Map<UUID, String> names(EntityManager entities, RecordRow record, AccessRights... rights) {
        List<UUID> ids = Stream.of(rights).flatMap(one -> one.grants().stream()).map(Grant::id).distinct().toList();
        return new Grantees(entities, record.tenant).names(ids);
    }

    @Override
    public Shown change(Caller caller, RecordId id, long version, AccessRights wanted) {
        return transactions.retried(entities -> {
            RecordRow record = RecordAccess.editable(entities, caller, writer.lock(entities, id).orElse(null));
            Unchanged.require(entities, record, version);
            new Grantees(entities, record.tenant).check(List.of(wanted));
            write(entities, writer, Author.of(caller), record, wanted, false);
            return shown(entities, caller, record);
        });
    }

    private static boolean isSame(AccessRights one, AccessRights other) {
        return one.everyone() == other.everyone()
                && one.owningGroup() == other.owningGroup()
                && new HashSet<>(one.grants()).equals(new HashSet<>(other.grants()));
    }

    /**
     * Gives a locked record other rights, in the present transaction.
     *
     * @param byDefault whether rules decide it
     * @return false when they are the same
     */
    static boolean write(
            EntityManager entities, RecordWriter writer, Author by, RecordRow record, AccessRights wanted, boolean byDefault) {
        AccessRights before = rights(entities, record);
        if (isSame(before, wanted)) {
            return false;
        }
        record.everyone = wanted.everyone();
        record.owningGroup = wanted.owningGroup();
        record.defaultAccess = byDefault;
        record.revision++;
        Grants.replace(entities, record.id, wanted.grants());
        RightsText.changes(before, wanted, names(entities, record, before, wanted))
                .forEach(change -> History.append(
                        entities,
                        record,
                        by,
                        byDefault ? "access-by-rules" : "access-changed",
                        change.field(),
                        change.from(),
                        change.to()));
        writer.announce(entities, record);
        return true;
    }
}

package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.document.RecordId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives the records of a user or group that goes to another one, in portions: each in a transaction of its own, each record with its entry in the
 * history.
 */
@Component(service = RecordHandover.class)
public final class RecordHandover {

    /** A user or group. */
    record Party(UUID id, String name) {}

    private static final String PORTION = " fetch first 200 rows only";
    private static final String OF_GRANTS =
            "select r.id from access_grant g join record r on r.id = g.holder_id where g.grantee_id = ?";

    private final RecordWriter writer;

    @Activate
    public RecordHandover(@Reference RecordWriter writer) {
        this.writer = writer;
    }

    static long count(EntityManager entities, UUID owner) {
        return Sql.query(entities, "select count(*) from record where owner_id = ?", row -> row.getLong(1), owner).get(0);
    }

    static long ofGroup(EntityManager entities, UUID group) {
        return Sql.query(entities, "select count(*) from record where group_id = ?", row -> row.getLong(1), group).get(0);
    }

    /** Whether a group or user is granted something on a record. */
    static boolean isGranted(EntityManager entities, UUID grantee) {
        return !Sql.query(entities, OF_GRANTS + " fetch first 1 rows only", row -> 1, grantee).isEmpty();
    }

    /** The next portion of a user's records. */
    void some(EntityManager entities, Caller by, UserRow from, UserRow to) {
        List<RecordRow> records = some(entities, "select id from record where owner_id = ? order by id", from.id);
        if (Holds.users(entities, to.tenant, List.of(to.id)).isEmpty()) {
            throw new PlatformException(Category.NOT_FOUND, "user.unknown", "There is no such user any more.");
        }
        records.stream().filter(record -> from.id.equals(record.owner)).forEach(record -> {
            record.owner = to.id;
            changed(entities, by, record, "edited", "owner", from.name, to.name);
        });
    }

    /** The next portion of a group's records. @return how many */
    int someOfGroup(EntityManager entities, Caller by, Tree.Node from, Tree.Node to) {
        List<RecordRow> records = some(entities, "select id from record where group_id = ? order by id", from.id());
        requireGroup(entities, by, to.id());
        records.stream().filter(record -> from.id().equals(record.group)).forEach(record -> {
            record.group = to.id();
            changed(entities, by, record, "edited", "group", from.name(), to.name());
        });
        return records.size();
    }

    private static void requireGroup(EntityManager entities, Caller by, UUID group) {
        if (Holds.groups(entities, by.tenant().value(), List.of(group)).isEmpty()) {
            throw new PlatformException(Category.NOT_FOUND, "group.unknown", "There is no such group any more.");
        }
    }

    /**
     * The next portion of the records on which a group or user is granted something.
     *
     * @param heir the group that is granted it instead, unless it is granted something already
     * @return how many
     */
    int someGrants(EntityManager entities, Caller by, Party from, Optional<Party> heir) {
        List<RecordRow> records = some(entities, OF_GRANTS + " order by r.id", from.id());
        heir.ifPresent(to -> requireGroup(entities, by, to.id()));
        for (RecordRow record : records) {
            moveGrants(entities, "holder_id = ?", record.id, from.id(), heir.map(Party::id));
            changed(entities, by, record, "access-changed", "access_grants", from.name(), heir.map(Party::name).orElse(""));
        }
        return records.size();
    }

    /** Moves the grants of rules for new records, of which there are few. */
    static void ofRules(EntityManager entities, UUID tenant, UUID grantee, Optional<UUID> heir) {
        moveGrants(entities, "holder_id in (select id from access_rule where tenant_id = ?)", tenant, grantee, heir);
    }

    private static void moveGrants(EntityManager entities, String where, UUID of, UUID grantee, Optional<UUID> heir) {
        heir.ifPresent(to -> Sql.update(
                entities,
                "update access_grant set grantee_id = ? where " + where + " and grantee_id = ?"
                        + " and holder_id not in (select holder_id from access_grant where grantee_id = ?)",
                to,
                of,
                grantee,
                to));
        Sql.update(entities, "delete from access_grant where " + where + " and grantee_id = ?", of, grantee);
    }

    /** Locked, in order. */
    private List<RecordRow> some(EntityManager entities, String select, UUID of) {
        return Sql.query(entities, select + PORTION, row -> row.getObject(1, UUID.class), of).stream()
                .flatMap(id -> writer.lock(entities, new RecordId(id)).stream())
                .toList();
    }

    private void changed(
            EntityManager entities, Caller by, RecordRow record, String action, String field, String from, String to) {
        record.revision++;
        History.append(entities, record, Author.of(by), action, field, from, to);
        writer.announce(entities, record);
    }
}

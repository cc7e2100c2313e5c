package io.fumikura.core.internal.access;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.core.internal.model.GrantRow;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.people.Membership;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.AccessRights.Grantee;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one caller sees of the records, in one transaction. The three forms must say the same: {@link #level} of a row, {@link #query} in the database,
 * and the tokens by which the search index finds a record ({@link #tokens(RecordRow, Collection)}) for a caller ({@link #tokens()}).
 */
public final class Viewer {

    private static final String EVERYONE = "tenant";
    /** On every record, so that administrators need no other token. */
    private static final String ADMINISTRATOR = "admin";

    private final EntityManager entities;
    private final Caller caller;
    private final UUID self;
    private @Nullable Set<UUID> owned;
    private @Nullable Set<UUID> granted;

    public Viewer(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
        self = caller.user().value();
    }

    private boolean seesAll() {
        return caller.may(Permission.TENANT_ADMINISTRATOR);
    }

    /** Whose records the caller sees as those of the own groups: these groups and the ones below them. */
    private Set<UUID> owned() {
        if (owned == null) {
            owned = Membership.reach(entities, self);
        }
        return owned;
    }

    /** By whose grants the caller gains: he himself, the own groups, and all above and below them. */
    private Set<UUID> granted() {
        if (granted == null) {
            granted = Membership.around(entities, self);
            granted.add(self);
        }
        return granted;
    }

    /** What the caller may do with a record, apart from his permissions. */
    public AccessLevel level(RecordRow record) {
        if (!record.tenant.equals(caller.tenant().value())) {
            return AccessLevel.NONE;
        }
        if (seesAll() || self.equals(record.owner) || self.equals(record.registeredBy)) {
            return AccessLevel.EDIT;
        }
        AccessLevel level = record.everyone;
        if (level.compareTo(record.owningGroup) < 0 && record.group != null && owned().contains(record.group)) {
            level = record.owningGroup;
        }
        return level == AccessLevel.EDIT ? level : Grants.rows(entities, record.id).stream()
                .filter(grant -> granted().contains(grant.grantee))
                .map(grant -> grant.level)
                .reduce(level, AccessLevel::or);
    }

    /** Whether the caller may see a record; most need no look at grants for that. */
    public boolean sees(RecordRow record) {
        return record.tenant.equals(caller.tenant().value()) && record.everyone != AccessLevel.NONE
                || level(record) != AccessLevel.NONE;
    }

    /**
     * A query of the caller's records.
     *
     * @param select up to the place of the condition, with {@code r} for the record
     * @param rest from there on; begins with {@code and} or {@code order by}
     */
    public <T> TypedQuery<T> query(String select, String rest, Class<T> type) {
        String of = select + " where r.tenant = :tenant ";
        if (seesAll()) {
            return entities.createQuery(of + rest, type).setParameter("tenant", caller.tenant().value());
        }
        return entities.createQuery(
                        of + "and (r.everyone <> :none or r.owner = :self or r.registeredBy = :self"
                                + " or r.owningGroup <> :none and r.group in :owned"
                                + " or exists (select g.id from GrantRow g where g.holder = r.id and g.grantee in :granted)) "
                                + rest,
                        type)
                .setParameter("tenant", caller.tenant().value())
                .setParameter("none", AccessLevel.NONE)
                .setParameter("self", self)
                .setParameter("owned", owned().isEmpty() ? Set.of(self) : owned())
                .setParameter("granted", granted());
    }

    /** A query of those of the caller's records that all of the company see; quick where these are many. */
    public <T> TypedQuery<T> queryOpen(String select, String rest, Class<T> type) {
        return entities.createQuery(select + " where r.tenant = :tenant and r.everyone in :open " + rest, type)
                .setParameter("tenant", caller.tenant().value())
                .setParameter("open", List.of(AccessLevel.VIEW, AccessLevel.EDIT));
    }

    /** A query of the others. */
    public <T> TypedQuery<T> queryClosed(String select, String rest, Class<T> type) {
        return query(select, "and r.everyone in :closed " + rest, type).setParameter("closed", List.of(AccessLevel.NONE));
    }

    /** The tokens that the caller brings to the index. */
    public Set<String> tokens() {
        if (seesAll()) {
            return Set.of(ADMINISTRATOR, EVERYONE);
        }
        var tokens = new HashSet<>(Set.of(EVERYONE));
        owned().forEach(group -> tokens.add(ofOwningGroup(group)));
        granted().forEach(grantee -> tokens.add(of(grantee.equals(self) ? Grantee.USER : Grantee.GROUP, grantee)));
        return tokens;
    }

    /** The tokens of those who may see a record. */
    public static Set<String> tokens(RecordRow record, Collection<GrantRow> grants) {
        if (record.everyone != AccessLevel.NONE) {
            return Set.of(ADMINISTRATOR, EVERYONE);
        }
        var tokens = new HashSet<>(Set.of(ADMINISTRATOR, of(Grantee.USER, record.registeredBy)));
        if (record.owner != null) {
            tokens.add(of(Grantee.USER, record.owner));
        }
        if (record.group != null && record.owningGroup != AccessLevel.NONE) {
            tokens.add(ofOwningGroup(record.group));
        }
        grants.forEach(grant -> tokens.add(of(grant.kind, grant.grantee)));
        return tokens;
    }

    private static String ofOwningGroup(UUID group) {
        return "g:" + group;
    }

    private static String of(Grantee kind, UUID id) {
        return (kind == Grantee.USER ? "u:" : "m:") + id;
    }
}

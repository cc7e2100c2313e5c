package io.fumikura.core.internal.ledger;

import io.fumikura.account.Caller;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.document.InputState;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Records of a caller out of the database; each query is limited to what the caller may see. */
final class RecordQueries {

    private final EntityManager entities;
    private final Caller caller;

    RecordQueries(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    ZoneId zone() {
        return ZoneId.of(entities.find(TenantRow.class, caller.tenant().value()).timeZone);
    }

    Map<UUID, RecordRow> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entities.createQuery(
                                "select r from RecordRow r where r.tenant = :tenant and r.id in :ids", RecordRow.class)
                        .setParameter("tenant", caller.tenant().value())
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> row.id, Function.identity()));
    }

    /** A ledger's records by number, from behind one number on. */
    List<RecordRow> byNumber(String ledger, boolean descending, Optional<Long> after, int limit) {
        var query = entities.createQuery(
                        "select r from RecordRow r where r.tenant = :tenant and r.ledger = :ledger and r.number "
                                + (descending ? "< :after order by r.number desc" : "> :after order by r.number"),
                        RecordRow.class)
                .setParameter("tenant", caller.tenant().value())
                .setParameter("ledger", ledger)
                .setParameter("after", after.orElse(descending ? Long.MAX_VALUE : 0L));
        return query.setMaxResults(limit).getResultList();
    }

    long count(String ledger) {
        return entities.createQuery(
                        "select count(r) from RecordRow r where r.tenant = :tenant and r.ledger = :ledger", Long.class)
                .setParameter("tenant", caller.tenant().value())
                .setParameter("ledger", ledger)
                .getSingleResult();
    }

    /** The latest records, newest first. */
    List<RecordRow> latest(int limit) {
        return entities.createQuery(
                        "select r from RecordRow r where r.tenant = :tenant order by r.registeredAt desc, r.id desc",
                        RecordRow.class)
                .setParameter("tenant", caller.tenant().value())
                .setMaxResults(limit)
                .getResultList();
    }

    /** The latest records in one of the states, newest first. */
    List<RecordRow> latest(List<InputState> states, int limit) {
        return entities.createQuery(
                        "select r from RecordRow r where r.tenant = :tenant and r.state in :states"
                                + " order by r.registeredAt desc, r.id desc",
                        RecordRow.class)
                .setParameter("tenant", caller.tenant().value())
                .setParameter("states", states)
                .setMaxResults(limit)
                .getResultList();
    }

    Map<InputState, Long> counts() {
        Map<InputState, Long> counts = new EnumMap<>(InputState.class);
        for (InputState state : InputState.values()) {
            counts.put(state, 0L);
        }
        entities.createQuery(
                        "select r.state, count(r) from RecordRow r where r.tenant = :tenant group by r.state", Object[].class)
                .setParameter("tenant", caller.tenant().value())
                .getResultList()
                .forEach(row -> counts.put((InputState) row[0], (Long) row[1]));
        return counts;
    }
}

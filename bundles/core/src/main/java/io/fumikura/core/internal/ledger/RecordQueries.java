package io.fumikura.core.internal.ledger;

import io.fumikura.account.Caller;
import io.fumikura.core.internal.access.Viewer;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.document.InputState;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records of a caller out of the database; each query is limited to what the caller may see. */
final class RecordQueries {

    private static final String BY_STATE = "group by r.state";

    private final EntityManager entities;
    private final Caller caller;
    private final Viewer viewer;

    RecordQueries(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
        viewer = new Viewer(entities, caller);
    }

    ZoneId zone() {
        return ZoneId.of(entities.find(TenantRow.class, caller.tenant().value()).timeZone);
    }

    /** What the caller brings to the search index. */
    Set<String> tokens() {
        return viewer.tokens();
    }

    private TypedQuery<RecordRow> records(String rest) {
        return viewer.query("select r from RecordRow r", rest, RecordRow.class);
    }

    Map<UUID, RecordRow> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : records("and r.id in :ids")
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> row.id, Function.identity()));
    }

    /** A ledger's records by number, from behind one number on. */
    List<RecordRow> byNumber(String ledger, boolean descending, Optional<Long> after, int limit) {
        String order = descending ? "< :after order by r.number desc" : "> :after order by r.number";
        return records("and r.ledger = :ledger and r.number " + order)
                .setParameter("ledger", ledger)
                .setParameter("after", after.orElse(descending ? Long.MAX_VALUE : 0L))
                .setMaxResults(limit)
                .getResultList();
    }

    long count(String ledger) {
        return viewer.query("select count(r) from RecordRow r", "and r.ledger = :ledger", Long.class)
                .setParameter("ledger", ledger)
                .getSingleResult();
    }

    /** The latest records, newest first. */
    List<RecordRow> latest(int limit) {
        return latest(List.of(InputState.values()), limit);
    }

    /**
     * The latest records in one of the states, newest first. One query for each state, with the whole order of an index in it: otherwise H2 reads
     * and sorts all records of the company.
     */
    List<RecordRow> latest(List<InputState> states, int limit) {
        return states.stream()
                .flatMap(state -> records("and r.state = :state order by r.tenant, r.state, r.registeredAt desc, r.id desc")
                        .setParameter("state", state)
                        .setMaxResults(limit)
                        .getResultList()
                        .stream())
                .sorted(Comparator.comparing((RecordRow row) -> row.registeredAt).thenComparing(row -> row.id).reversed())
                .limit(limit)
                .toList();
    }

    Map<InputState, Long> counts() {
        Map<InputState, Long> counts = new EnumMap<>(InputState.class);
        for (InputState state : InputState.values()) {
            counts.put(state, 0L);
        }
        String select = "select r.state, count(r) from RecordRow r";
        Stream.of(viewer.queryOpen(select, BY_STATE, Object[].class), viewer.queryClosed(select, BY_STATE, Object[].class))
                .flatMap(query -> query.getResultList().stream())
                .forEach(row -> counts.merge((InputState) row[0], (Long) row[1], Long::sum));
        return counts;
    }
}

package io.fumikura.core.internal.pipeline;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.document.RecordId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Marks of records that were extracted without an extractor that was away, and what a node knows of extractors. Called inside of
 * transactions.
 */
final class ExtractorMarks {

    static final int MOST_AT_ONCE = 200;

    private final String node;

    /** @param node the same after each start of this installation */
    ExtractorMarks(String node) {
        this.node = node;
    }

    /** A marked record that has no job. */
    record Marked(TenantId tenant, RecordId record) {}

    /** Takes the place of all marks of a record. */
    static void mark(EntityManager entities, RecordId record, List<String> missing) {
        Sql.update(entities, "delete from missed_extractor where record_id = ?", record.value());
        missing.forEach(extractor -> Sql.update(
                entities, "insert into missed_extractor (record_id, extractor) values (?, ?)", record.value(), extractor));
    }

    /** Some records that miss one of these extractors and have no job; {@link #MOST_AT_ONCE} at most. */
    static List<Marked> marked(EntityManager entities, Collection<String> extractors) {
        if (extractors.isEmpty()) {
            return List.of();
        }
        String places = String.join(", ", extractors.stream().map(one -> "?").toList());
        return Sql.query(
                entities,
                "select distinct r.tenant_id, r.id from missed_extractor m join record r on r.id = m.record_id"
                        + " where m.extractor in (" + places + ") and not exists (select 1 from job j where j.record_id = r.id)"
                        + " fetch first " + MOST_AT_ONCE + " rows only",
                row -> new Marked(new TenantId(row.getObject(1, UUID.class)), new RecordId(row.getObject(2, UUID.class))),
                extractors.toArray());
    }

    void keep(EntityManager entities, Map<String, Optional<Instant>> known) {
        Sql.update(entities, "delete from known_extractor where node = ?", node);
        known.forEach((extractor, since) -> Sql.update(
                entities,
                "insert into known_extractor (node, extractor, gone_since) values (?, ?, ?)",
                node,
                extractor,
                since.orElse(null)));
    }

    Map<String, Optional<Instant>> kept(EntityManager entities) {
        var known = new HashMap<String, Optional<Instant>>();
        Sql.query(
                entities,
                "select extractor, gone_since from known_extractor where node = ?",
                row -> known.put(
                        row.getString(1),
                        row.getObject(2) == null ? Optional.empty() : Optional.of(Sql.instant(row, "gone_since"))),
                node);
        return known;
    }
}

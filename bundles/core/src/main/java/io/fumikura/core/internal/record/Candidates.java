package io.fumikura.core.internal.record;

import io.fumikura.core.internal.model.CandidateRow;
import io.fumikura.core.internal.model.ValueRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.document.Evidence;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.RecordDetail.Origin;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The candidates of a record that lost, kept for users to choose from. */
final class Candidates {

    private final EntityManager entities;
    private final UUID record;

    Candidates(EntityManager entities, UUID record) {
        this.entities = entities;
        this.record = record;
    }

    /** Per field, surest first. */
    Map<String, List<Candidate>> all() {
        var found = new LinkedHashMap<String, List<Candidate>>();
        rows().forEach(row -> found.computeIfAbsent(row.field, field -> new ArrayList<>()).add(candidate(row)));
        return found;
    }

    /** Where a value stands in the document, if it is among the candidates. */
    List<Evidence> evidence(String field, FieldValue value) {
        return rows().stream()
                .filter(row -> row.field.equals(field) && FieldJson.value(row.value).equals(value))
                .findFirst()
                .map(row -> FieldJson.evidence(row.evidence))
                .orElse(List.of());
    }

    /** What was read stays to be chosen again after it was replaced. */
    void keep(ValueRow old) {
        if (old.origin == Origin.EXTRACTED
                && rows().stream().noneMatch(row -> row.field.equals(old.field) && row.value.equals(old.value))) {
            entities.persist(row(0, new Candidate(PresentValues.candidate(old), old.extractor)));
            entities.flush();
        }
    }

    /** Takes the place of all candidates: those that are not present values. */
    void replace(Map<String, List<Candidate>> candidates, PresentValues present) {
        Sql.update(entities, "delete from field_candidate where record_id = ?", record);
        candidates.forEach((field, all) -> {
            // Where a user's value stays, the best candidate is a loser as well.
            List<Candidate> losers = present.isByUser(field) ? all : all.subList(Math.min(1, all.size()), all.size());
            for (int place = 0; place < losers.size(); place++) {
                entities.persist(row(place, losers.get(place)));
            }
        });
    }

    private List<CandidateRow> rows() {
        return entities.createQuery(
                        "select c from CandidateRow c where c.record = :record order by c.field, c.confidence desc, c.place",
                        CandidateRow.class)
                .setParameter("record", record)
                .getResultList();
    }

    private static Candidate candidate(CandidateRow row) {
        return new Candidate(
                new FieldCandidate(
                        row.field,
                        FieldJson.value(row.value),
                        row.confidence,
                        FieldJson.evidence(row.evidence),
                        FieldJson.derivation(row.derivation)),
                row.extractor);
    }

    private CandidateRow row(int place, Candidate candidate) {
        var row = new CandidateRow();
        row.id = UUID.randomUUID();
        row.record = record;
        row.field = candidate.candidate().field();
        row.place = place;
        row.value = FieldJson.value(candidate.candidate().value());
        row.extractor = candidate.extractor();
        row.confidence = candidate.candidate().confidence();
        row.evidence = FieldJson.evidence(candidate.candidate().evidence());
        row.derivation = FieldJson.derivation(candidate.candidate().derivation());
        return row;
    }
}

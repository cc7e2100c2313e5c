package io.fumikura.core.internal.record;

import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.CandidateRow;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.RecordDetail;
import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.RecordDetail.Present;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns a row into everything about the record. */
final class Details {

    private Details() {}

    static RecordDetail of(EntityManager entities, LedgerCatalog catalog, RecordRow record) {
        var present = new LinkedHashMap<String, Present>();
        new PresentValues(entities, record.id).rows().forEach((field, row) -> {
            if (!PresentValues.isEmptied(row)) {
                present.put(field, PresentValues.present(row));
            }
        });
        return new RecordDetail(
                Summaries.of(entities, record),
                catalog.ledger(record.ledger == null ? "" : record.ledger)
                        .map(LedgerDescription::fields)
                        .orElse(List.of()),
                present,
                candidates(entities, record.id, present),
                WarningJson.all(record.warnings),
                record.memo,
                record.completedByUser,
                record.sha256,
                record.pages,
                Summaries.names(entities, List.of(record.registeredBy)).getOrDefault(record.registeredBy, ""));
    }

    static List<CandidateRow> rows(EntityManager entities, UUID record) {
        return entities.createQuery(
                        "select c from CandidateRow c where c.record = :record order by c.field, c.confidence desc, c.place",
                        CandidateRow.class)
                .setParameter("record", record)
                .getResultList();
    }

    static Candidate candidate(CandidateRow row) {
        return new Candidate(
                new FieldCandidate(
                        row.field,
                        FieldJson.value(row.value),
                        row.confidence,
                        FieldJson.evidence(row.evidence),
                        FieldJson.derivation(row.derivation)),
                row.extractor);
    }

    /** The candidates that are not the present value. */
    private static Map<String, List<Candidate>> candidates(
            EntityManager entities, UUID record, Map<String, Present> present) {
        var found = new LinkedHashMap<String, List<Candidate>>();
        for (CandidateRow row : rows(entities, record)) {
            Candidate candidate = candidate(row);
            Present winner = present.get(row.field);
            if (winner == null || !winner.candidate().value().equals(candidate.candidate().value())) {
                found.computeIfAbsent(row.field, field -> new ArrayList<>()).add(candidate);
            }
        }
        return found;
    }
}

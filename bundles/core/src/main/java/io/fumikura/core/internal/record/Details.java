package io.fumikura.core.internal.record;

import io.fumikura.account.Caller;
import io.fumikura.core.internal.access.RecordAccess;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.RecordDetail;
import io.fumikura.document.RecordDetail.Candidate;
import io.fumikura.document.RecordDetail.Present;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns a row into everything about the record. */
final class Details {

    private Details() {}

    static RecordDetail of(EntityManager entities, LedgerCatalog catalog, Caller caller, RecordRow record) {
        var present = new LinkedHashMap<String, Present>();
        new PresentValues(entities, record).rows().forEach((field, row) -> {
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
                Summaries.names(entities, List.of(record.registeredBy)).getOrDefault(record.registeredBy, ""),
                RecordAccess.isEditable(entities, caller, record));
    }

    /** The candidates that are not the present value. */
    private static Map<String, List<Candidate>> candidates(
            EntityManager entities, UUID record, Map<String, Present> present) {
        Map<String, List<Candidate>> found = new Candidates(entities, record).all();
        present.forEach((field, winner) -> found.computeIfPresent(field, (id, all) -> {
            List<Candidate> others = all.stream()
                    .filter(one -> !one.candidate().value().equals(winner.candidate().value()))
                    .toList();
            return others.isEmpty() ? null : others;
        }));
        return found;
    }
}

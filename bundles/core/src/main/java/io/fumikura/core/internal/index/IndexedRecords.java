package io.fumikura.core.internal.index;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.record.PageTexts;
import io.fumikura.core.internal.record.Summaries;
import io.fumikura.document.FieldValue;
import io.fumikura.document.Kind;
import io.fumikura.document.RecordSummary;
import io.fumikura.search.spi.IndexValue;
import io.fumikura.search.spi.IndexedRecord;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads records as the index takes them. */
final class IndexedRecords {

    private final LedgerCatalog catalog;

    IndexedRecords(LedgerCatalog catalog) {
        this.catalog = catalog;
    }

    /** Those of the records that exist. A record without a ledger is indexed under none, so that it is found once it has one. */
    List<IndexedRecord> read(EntityManager entities, Collection<UUID> ids) {
        List<RecordRow> rows = entities.createQuery("select r from RecordRow r where r.id in :ids", RecordRow.class)
                .setParameter("ids", ids)
                .getResultList();
        List<RecordSummary> summaries = Summaries.of(entities, rows);
        var records = new ArrayList<IndexedRecord>();
        for (int i = 0; i < rows.size(); i++) {
            records.add(record(rows.get(i), summaries.get(i), PageTexts.texts(entities, rows.get(i).id)));
        }
        return records;
    }

    private IndexedRecord record(RecordRow row, RecordSummary summary, List<String> pages) {
        return new IndexedRecord(
                new TenantId(row.tenant),
                summary.id(),
                summary.ledger().orElse(""),
                Visibility.ofRecord(),
                row.revision,
                values(row, summary),
                keywords(row, summary),
                pages);
    }

    private static Map<String, List<IndexValue>> values(RecordRow row, RecordSummary summary) {
        Map<String, List<IndexValue>> values = new HashMap<>();
        summary.values().forEach((field, value) -> values.put(field, IndexValues.of(value)));
        values.put("input_state", List.of(new IndexValue.Code(row.state.name())));
        values.put("file_name", List.of(new IndexValue.Text(row.fileName)));
        values.put("registered", List.of(IndexValues.moment(row.registeredAt)));
        summary.number().ifPresent(number -> values.put("number", List.of(IndexValues.number(number))));
        summary.kind().ifPresent(kind -> values.put("kind", List.of(new IndexValue.Code(kind))));
        summary.owner().ifPresent(owner -> values.put("owner", List.of(new IndexValue.Code(owner.toString()))));
        if (!summary.ownerName().isEmpty()) {
            values.put("owner_name", List.of(new IndexValue.Text(summary.ownerName())));
        }
        if (!row.tags.isEmpty()) {
            values.put("tags", row.tags.stream().<IndexValue>map(IndexValue.Text::new).toList());
        }
        return values;
    }

    private List<String> keywords(RecordRow row, RecordSummary summary) {
        var words = new ArrayList<String>();
        summary.values().values().forEach(value -> words.addAll(texts(value)));
        summary.number().ifPresent(number -> words.add(Long.toString(number)));
        kinds(summary).forEach(kind -> {
            words.add(kind.label().ja());
            words.add(kind.label().en());
        });
        words.addAll(row.tags);
        words.add(row.fileName);
        words.add(row.memo);
        return words.stream().filter(word -> !word.isBlank()).toList();
    }

    private Stream<Kind> kinds(RecordSummary summary) {
        return catalog.ledger(summary.ledger().orElse("")).stream()
                .flatMap(ledger -> ledger.kinds().stream())
                .filter(kind -> kind.id().equals(summary.kind().orElse("")));
    }

    private static List<String> texts(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return List.of(text.value());
        }
        return value instanceof FieldValue.Texts texts ? texts.values() : List.of();
    }
}

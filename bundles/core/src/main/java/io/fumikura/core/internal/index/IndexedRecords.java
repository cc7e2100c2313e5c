package io.fumikura.core.internal.index;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.access.Grants;
import io.fumikura.core.internal.access.Viewer;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.GrantRow;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads records as the index takes them. */
final class IndexedRecords {

    /** Most records, and about as many pages, that are read by one query. */
    private static final int PART = 50;

    private static final int PAGES = 200;

    private final LedgerCatalog catalog;

    IndexedRecords(LedgerCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What was read of some records.
     *
     * @param asked how many of the ids, from the first on
     * @param records those of them that exist
     */
    record Read(int asked, List<IndexedRecord> records) {}

    /** Those of the records that exist. A record without a ledger is indexed under none, so that it is found once it has one. */
    List<IndexedRecord> read(EntityManager entities, List<UUID> ids) {
        return read(entities, ids, Long.MAX_VALUE).records();
    }

    /**
     * Reads until the texts are large enough.
     *
     * @param characters of texts, after which it reads no further
     */
    Read read(EntityManager entities, List<UUID> ids, long characters) {
        Map<UUID, RecordRow> rows = rows(entities, ids);
        var records = new ArrayList<IndexedRecord>(rows.size());
        int asked = 0;
        for (long read = 0; asked < ids.size() && read < characters; ) {
            List<UUID> part = part(ids, asked, rows);
            asked += part.size();
            for (IndexedRecord record : made(entities, part.stream().map(rows::get).filter(Objects::nonNull).toList())) {
                records.add(record);
                read += record.pages().stream().mapToLong(String::length).sum();
            }
        }
        return new Read(asked, records);
    }

    private static Map<UUID, RecordRow> rows(EntityManager entities, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var rows = new HashMap<UUID, RecordRow>();
        entities.createQuery("select r from RecordRow r where r.id in :ids", RecordRow.class)
                .setHint("eclipselink.read-only", "true") // without the copies by which changes would be found
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> rows.put(row.id, row));
        return rows;
    }

    /** As many of the ids as one query for pages should be about. */
    private static List<UUID> part(List<UUID> ids, int from, Map<UUID, RecordRow> rows) {
        int to = from;
        int pages = 0;
        while (to < ids.size() && (to == from || to - from < PART && pages <= PAGES)) {
            RecordRow row = rows.get(ids.get(to++));
            pages += row == null ? 0 : row.pages;
        }
        return ids.subList(from, to);
    }

    private List<IndexedRecord> made(EntityManager entities, List<RecordRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<RecordSummary> summaries = Summaries.of(entities, rows);
        Map<UUID, List<GrantRow>> grants = Grants.rows(entities, rows.stream().map(row -> row.id).toList());
        Map<UUID, List<String>> texts = PageTexts.texts(entities, rows.stream().map(row -> row.id).toList());
        var records = new ArrayList<IndexedRecord>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            RecordRow row = rows.get(i);
            Set<String> visibility = Viewer.tokens(row, grants.getOrDefault(row.id, List.of()));
            records.add(record(row, summaries.get(i), visibility, texts.getOrDefault(row.id, List.of())));
        }
        return records;
    }

    private IndexedRecord record(RecordRow row, RecordSummary summary, Set<String> visibility, List<String> pages) {
        return new IndexedRecord(
                new TenantId(row.tenant),
                summary.id(),
                summary.ledger().orElse(""),
                visibility,
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
        summary.group().ifPresent(group -> {
            values.put("group", List.of(new IndexValue.Code(group.toString())));
            values.put("group_name", List.of(new IndexValue.Text(summary.groupName())));
        });
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

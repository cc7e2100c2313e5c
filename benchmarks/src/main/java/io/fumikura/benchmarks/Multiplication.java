package io.fumikura.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.fumikura.core.internal.record.StoredPage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Multiplies the records of a database: their rows, values and pages, each with texts, days and amounts of its own; without evidence. */
final class Multiplication {

    private static final int COMMITTED = 2_000;
    /** Coprime to every count that is no multiple of it: spreads numbers over the ids, which are inserted in order. */
    private static final long SPREAD = 7_368_787;

    private final Connection database;
    private final List<TemplateRow> records;
    private final List<List<TemplateRow>> values = new ArrayList<>();
    private final TemplateRow page;
    private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);

    Multiplication(Connection database) throws SQLException {
        this.database = database;
        records = TemplateRow.read(database, "record", "ledger = 'contracts' and state in ('COMPLETE', 'INCOMPLETE')");
        for (TemplateRow record : records) {
            values.add(TemplateRow.read(database, "field_value", "record_id = ? and valid_to is null", record.columns().get("id")));
        }
        page = TemplateRow.read(database, "page_text", "record_id = ?", records.get(0).columns().get("id")).get(0);
    }

    /** Adds records until there are as many as wanted. */
    void fill(int count) throws SQLException, IOException {
        int missing = count - records.size();
        int first = records.size() + 1;
        try (PreparedStatement record = records.get(0).insertion(database);
                PreparedStatement value = values.get(0).get(0).insertion(database);
                PreparedStatement text = page.insertion(database)) {
            for (int i = 0; i < missing; i++) {
                int number = first + (int) (i * SPREAD % missing);
                var id = new UUID((i + 1L) * (Long.MAX_VALUE / (missing + 1L)), number);
                add(record, value, text, id, number);
                if (i % COMMITTED == COMMITTED - 1 || i == missing - 1) {
                    record.executeBatch();
                    value.executeBatch();
                    text.executeBatch();
                    database.commit();
                }
            }
        }
        try (PreparedStatement counter = database.prepareStatement("update number_counter set next_number = ? where ledger = 'contracts'")) {
            counter.setLong(1, count + 1L);
            counter.executeUpdate();
        }
    }

    private void add(PreparedStatement record, PreparedStatement value, PreparedStatement text, UUID id, int number)
            throws SQLException {
        int template = number % records.size();
        ObjectNode shown = Platform.JSON.createObjectNode();
        int place = 0;
        for (TemplateRow one : values.get(template)) {
            Map<String, Object> changed = changed(one, new SplittableRandom(number * 31L + place));
            changed.put("id", new UUID(id.getMostSignificantBits() + place++, number));
            changed.put("record_id", id);
            changed.put("evidence_json", "[]");
            one.add(value, changed);
            shown.putRawValue(one.text("field"), new RawValue(changed.getOrDefault("value_json", one.text("value_json")).toString()));
        }
        records.get(template).add(record, Map.of(
                "id", id,
                "record_number", (long) number,
                "file_name", "bulk-" + number + ".txt",
                "sha256", String.format(Locale.ROOT, "%064x", number),
                "values_json", shown.toString(),
                "registered_at", now.minusSeconds(number)));
        page.add(text, Map.of("record_id", id, "data", StoredPage.of(SampleTexts.contract(number))));
    }

    private static Map<String, Object> changed(TemplateRow value, SplittableRandom random) {
        var changed = new HashMap<String, Object>();
        ObjectNode json = Platform.JSON.createObjectNode().put("type", value.text("field_type"));
        switch (value.text("field_type")) {
            case "TEXT" -> {
                String text = value.text("text_form") + " " + SampleTexts.person(random);
                changed.put("text_form", text);
                changed.put("value_json", json.put("text", text).toString());
            }
            case "DATE" -> {
                String day = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(6_000)).toString();
                changed.put("text_form", day);
                changed.put("value_json", json.put("date", day).toString());
            }
            case "AMOUNT" -> {
                String amount = Integer.toString(1_000 * (1 + random.nextInt(50_000)));
                changed.put("text_form", amount + " JPY");
                changed.put("value_json", json.put("amount", amount).put("currency", "JPY").toString());
            }
            default -> {
                // Flags, periods, choices and parties stay those of the template.
            }
        }
        return changed;
    }
}

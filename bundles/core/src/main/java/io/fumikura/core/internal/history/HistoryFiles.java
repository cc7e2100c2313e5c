package io.fumikura.core.internal.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fumikura.account.Caller;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.history.HistoryExport;
import io.fumikura.history.HistoryReader.Log;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the files that docs/history-format.md describes. Entries are read in blocks, so the size of a log does not matter. */
@Component
public final class HistoryFiles implements HistoryExport {

    private static final int BLOCK = 500;
    private static final byte[] MAGIC = "FKL1".getBytes(StandardCharsets.US_ASCII);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Transactions transactions;
    private final Sealing sealing;

    @Activate
    public HistoryFiles(@Reference Transactions transactions, @Reference Sealing sealing) {
        this.transactions = transactions;
        this.sealing = sealing;
    }

    @Override
    public void all(Caller caller, Log which, OutputStream to) throws IOException {
        UUID log = HistoryAccess.log(caller, which);
        begin(caller, log);
        Head head = transactions.read(entities -> Head.find(entities, log)).orElseThrow();
        try (var zip = new ZipOutputStream(new BufferedOutputStream(to, 1 << 16))) {
            zip.putNextEntry(new ZipEntry("heads.json"));
            zip.write(heads(log, head));
            zip.putNextEntry(new ZipEntry("entries.bin"));
            entries(log, head, zip);
            zip.putNextEntry(new ZipEntry("history.csv"));
            table(caller, log, head, zip);
            zip.closeEntry();
        }
    }

    @Override
    public void heads(Caller caller, Log which, OutputStream to) throws IOException {
        UUID log = HistoryAccess.log(caller, which);
        begin(caller, log);
        to.write(heads(log, transactions.read(entities -> Head.find(entities, log)).orElseThrow()));
    }

    /** That the history is handed out is an entry as well, and the last one in the export. */
    private void begin(Caller caller, UUID log) {
        transactions.run(entities -> History.append(
                entities,
                new HistoryEvent(log, new Subject("history", log), Author.of(caller), "history.exported", List.of(), "")));
    }

    private byte[] heads(UUID log, Head head) throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("format", "fumikura-history-heads-1")
                .put("platform", sealing.folder().identity().map(UUID::toString).orElse(""))
                .put("log", log.toString())
                .put("at", sealing.clock().instant().toString())
                .put("entries", head.frontier().size())
                .put("root", HexFormat.of().formatHex(head.frontier().root()));
        ArrayNode seals = json.putArray("seals");
        transactions.read(entities -> Seals.of(entities, log, Integer.MAX_VALUE)).forEach(seal -> seals.add(seal(log, seal)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    /** With a proof that the head is in the sealed tree, instead of the heads of others. */
    private static ObjectNode seal(UUID log, Seals.Stored stored) {
        StoredSeal seal = stored.seal();
        int place = seal.heads().stream().map(SealedHead::log).toList().indexOf(log);
        SealedHead head = seal.heads().get(place);
        ObjectNode json = JSON.createObjectNode()
                .put("number", stored.number())
                .put("at", stored.at().toString())
                .put("authority", seal.authority())
                .put("statement", Base64.getEncoder().encodeToString(seal.statement()))
                .put("token", Base64.getEncoder().encodeToString(seal.token()))
                .put("entries", head.entries())
                .put("root", HexFormat.of().formatHex(head.root()))
                .put("logs", seal.heads().size())
                .put("place", place);
        ArrayNode path = json.putArray("path");
        Proofs.inclusion(seal.leaves(), place).forEach(hash -> path.add(HexFormat.of().formatHex(hash)));
        return json;
    }

    private void entries(UUID log, Head head, OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.write(MAGIC);
        out.writeLong(log.getMostSignificantBits());
        out.writeLong(log.getLeastSignificantBits());
        out.writeLong(head.frontier().size());
        for (long from = 0; from < head.frontier().size(); from += BLOCK) {
            long start = from;
            LogRow.Block block = transactions.read(
                    entities -> LogRow.read(entities, log, start, Math.min(start + BLOCK, head.frontier().size()), BLOCK));
            for (LogRow row : block.rows()) {
                out.writeInt(row.body().length);
                out.write(row.body());
                out.writeInt(block.values(row).length);
                out.write(block.values(row));
            }
        }
        out.flush();
    }

    private void table(Caller caller, UUID log, Head head, OutputStream to) throws IOException {
        boolean english = caller.language().getLanguage().equals(Locale.ENGLISH.getLanguage());
        var csv = new CsvTable(to);
        csv.row(
                english
                        ? List.of("No.", "Time", "User", "In place of", "Address", "Action", "Subject", "ID", "Name", "Field", "From", "To", "Reason")
                        : List.of("番号", "日時", "操作者", "代理される人", "アドレス", "操作", "対象", "ID", "名前", "項目", "変更前", "変更後", "理由"));
        ZoneId zone = zone(log);
        for (long from = 0; from < head.frontier().size(); from += BLOCK) {
            long start = from;
            long end = Math.min(start + BLOCK, head.frontier().size());
            var rows = transactions.read(entities -> {
                List<HistoryEntry> entries = EntryQuery.query(
                        entities, "log_id = ? and sequence >= ? and sequence < ? order by log_id, sequence", log, start, end);
                var names = SubjectNames.of(entities, entries);
                return entries.stream()
                        .flatMap(entry -> rows(entry, names.getOrDefault(entry.subject().id(), ""), zone).stream())
                        .toList();
            });
            for (List<String> row : rows) {
                csv.row(row);
            }
        }
    }

    private ZoneId zone(UUID log) {
        TenantRow tenant = transactions.read(entities -> entities.find(TenantRow.class, log));
        return ZoneId.of(tenant == null ? "Asia/Tokyo" : tenant.timeZone);
    }

    private static List<List<String>> rows(HistoryEntry entry, String name, ZoneId zone) {
        List<Change> changes = entry.changes().isEmpty() ? List.of(new Change("", "", "")) : entry.changes();
        var rows = new ArrayList<List<String>>();
        for (Change change : changes) {
            rows.add(List.of(
                    Long.toString(entry.sequence()),
                    entry.at().atZone(zone).toOffsetDateTime().toString(),
                    entry.by().name(),
                    entry.by().actsForName(),
                    entry.by().address(),
                    entry.action(),
                    entry.subject().type(),
                    entry.subject().id().toString(),
                    name,
                    change.field(),
                    change.from(),
                    change.to(),
                    entry.reason()));
        }
        return rows;
    }
}

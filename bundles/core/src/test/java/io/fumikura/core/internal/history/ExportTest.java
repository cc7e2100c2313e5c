package io.fumikura.core.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.Company;
import io.fumikura.history.HistoryReader;
import io.fumikura.history.HistoryReader.Filter;
import io.fumikura.history.HistoryReader.Log;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports, judged by the verifier that is shipped beside the platform and shares no code with it. */
class ExportTest {

    private static final Path VERIFIER = Path.of("../../karaf-assembly/src/main/resources/bin/VerifyHistory.java");

    @TempDir
    Path folder;

    private final Pretended clock = new Pretended();
    private Transactions transactions;
    private Sealing sealing;
    private HistoryFiles files;
    private StoredHistory reader;
    private Caller auditor;

    @BeforeEach
    void write() throws Exception {
        transactions = TestDatabase.H2.create(folder).open(clock);
        sealing = new Sealing(
                transactions,
                new Secrets(folder.resolve("keys")),
                clock,
                new HistoryFolder(folder.resolve("history"), null),
                Duration.ofDays(1),
                List.of());
        files = new HistoryFiles(transactions, sealing);
        reader = new StoredHistory(transactions);
        auditor = Company.found(transactions, "甲社").hire("監査 花子", Permission.AUDITOR).at("192.0.2.7");
        Caller other = Company.found(transactions, "乙社").hire("他社", Permission.AUDITOR);
        append(auditor, 30);
        append(other, 5);
        sealing.seal();
        append(auditor, 30);
        append(other, 5);
        sealing.seal();
        append(auditor, 7);
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    private void append(Caller caller, int count) {
        for (int i = 0; i < count; i++) {
            var change = new Change("title", i == 0 ? "" : "=前\"" + i, "後\n" + i);
            String action = i % 2 == 0 ? "tenant.changed" : "tenant.seen";
            transactions.run(entities -> History.append(
                    entities,
                    new HistoryEvent(
                            caller.tenant().value(),
                            new Subject("tenant", caller.tenant().value()),
                            Author.of(caller),
                            action,
                            List.of(change),
                            "理由")));
        }
    }

    private Path export(String name) throws IOException {
        Path zip = folder.resolve(name);
        try (OutputStream to = Files.newOutputStream(zip)) {
            files.all(auditor, Log.TENANT, to);
        }
        return zip;
    }

    private Path heads() throws IOException {
        Path json = folder.resolve("heads.json");
        try (OutputStream to = Files.newOutputStream(json)) {
            files.heads(auditor, Log.TENANT, to);
        }
        return json;
    }

    private record Verdict(int code, String output) {}

    private static Verdict verify(Object... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", VERIFIER.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), output);
    }

    @Test
    void theVerifierFindsAnExportGood() throws Exception {
        Path kept = heads();
        append(auditor, 3);
        transactions.run(entities -> Purge.erase(entities, auditor.tenant().value(), List.of(4L), Author.PLATFORM, "請求"));

        Verdict verdict = verify(export("good.zip"), "--heads", kept);

        assertThat(verdict.output()).contains("73 entries, 1 of them", "last good anchor: the kept head of 2026-04-01", ", 68 entries");
        assertThat(verdict.output().lines().filter(line -> line.startsWith("warning"))).isEmpty();
        assertThat(verdict.output()).endsWith("GOOD\n");
        assertThat(verdict.code()).isZero();
    }

    @Test
    void withoutAnythingOfOnesOwnTheVerifierSaysSo() throws Exception {
        Verdict verdict = verify(export("plain.zip"));
        assertThat(verdict.output()).contains("warning: no key and no earlier heads were given", "stamped by ");
        assertThat(verdict.code()).isZero();
        assertThat(verify(folder.resolve("plain.zip"), "--key", "ab".repeat(32)).output()).contains("stamped with a key that you do not know");
    }

    @Test
    void theVerifierFindsWhatWasAlteredInTheDatabase() throws Exception {
        transactions.run(entities -> Sql.update(
                entities,
                "update history_entry set body = (select o.body from history_entry o where o.log_id = ? and o.sequence = 41)"
                        + " where log_id = ? and sequence = 40",
                auditor.tenant().value(),
                auditor.tenant().value()));

        Verdict verdict = verify(export("altered.zip"));

        assertThat(verdict.output()).contains("first bad entry: 40", "of 2026-04-01", ", 30 entries", "belongs to place 41");
        assertThat(verdict.code()).isEqualTo(1);
    }

    /** The owner of the machine writes everything anew, with new keys and new stamps: only what was kept elsewhere can tell. */
    @Test
    void theVerifierFindsAHistoryThatWasMadeAnew() throws Exception {
        Path kept = heads();
        transactions.close();
        Path elsewhere = folder.resolve("anew");
        transactions = TestDatabase.H2.create(elsewhere).open(clock);
        sealing = new Sealing(
                transactions,
                new Secrets(elsewhere.resolve("keys")),
                clock,
                new HistoryFolder(elsewhere.resolve("history"), null),
                Duration.ofDays(1),
                List.of());
        files = new HistoryFiles(transactions, sealing);
        append(auditor, 80);
        sealing.seal();

        Verdict verdict = verify(export("anew.zip"), "--heads", kept);

        assertThat(verdict.output()).contains("of another platform", "key that you do not know", "first bad entry: 0");
        assertThat(verdict.code()).isEqualTo(1);
        assertThat(verify(folder.resolve("anew.zip")).code()).isZero();
    }

    @Test
    void theVerifierFindsAnOldBackup() throws Exception {
        Path old = export("old.zip");
        append(auditor, 10);

        Verdict verdict = verify(old, "--heads", heads());

        assertThat(verdict.output()).contains("first bad entry: 68", "the end was cut off, or an old backup restored");
        assertThat(verdict.code()).isEqualTo(1);
    }

    @Test
    void theVerifierIsNotFooledByOneAlteredByteOfAnExport() throws Exception {
        Path zip = export("bytes.zip");
        byte[] entries;
        try (ZipFile file = new ZipFile(zip.toFile())) {
            entries = file.getInputStream(file.getEntry("entries.bin")).readAllBytes();
        }
        for (int at : new int[] {0, 6, 27, 30, 60, 150, entries.length / 2, entries.length - 1}) {
            byte[] altered = entries.clone();
            altered[at] ^= 4;
            Verdict verdict = verify(with(zip, "entries.bin", altered));
            assertThat(verdict.code()).as("byte " + at + ": " + verdict.output()).isEqualTo(1);
        }
    }

    private Path with(Path zip, String name, byte[] content) throws IOException {
        Path altered = folder.resolve("altered-" + UUID.randomUUID() + ".zip");
        try (var in = new ZipFile(zip.toFile());
                var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(altered))) {
            for (var entry : in.stream().toList()) {
                out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                out.write(entry.getName().equals(name) ? content : in.getInputStream(entry).readAllBytes());
            }
        }
        return altered;
    }

    @Test
    void theTableOpensInSpreadsheetsAndRunsNothing() throws Exception {
        try (ZipFile zip = new ZipFile(export("table.zip").toFile())) {
            String csv = new String(zip.getInputStream(zip.getEntry("history.csv")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(csv).startsWith("\ufeff\"番号\",\"日時\",\"操作者\"");
            assertThat(csv).contains(
                    "\"1\",\"2026-04-01T09:00:0", "\"監査 花子\",\"\",\"192.0.2.7\",\"tenant.seen\",\"tenant\"", "\"title\",\"'=前\"\"1\",\"後\n1\",\"理由\"\r\n");
            assertThat(csv.split("\r\n")).hasSize(69);
        }
    }

    @Test
    void theListIsPagedAndFiltered() {
        var all = new Filter(Log.TENANT, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var found = new ArrayList<HistoryReader.Entry>();
        Optional<String> page = Optional.empty();
        do {
            HistoryReader.Entries part = reader.list(auditor, all, page, 20);
            found.addAll(part.entries());
            page = part.next();
        } while (page.isPresent());
        assertThat(found).hasSize(67);
        assertThat(found).extracting(HistoryReader.Entry::sequence).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(found.get(0).subjectName()).isEqualTo("甲社");
        assertThat(found.get(0).user()).contains(auditor.user());

        assertThat(list(new Filter(Log.TENANT, Optional.of(auditor.user()), Optional.of("tenant.seen"), Optional.empty(), Optional.empty(), Optional.empty())))
                .hasSize(33);
        assertThat(list(new Filter(Log.TENANT, Optional.empty(), Optional.of("tenant."), Optional.of(found.get(9).at()), Optional.of(found.get(2).at()), Optional.empty())))
                .extracting(HistoryReader.Entry::sequence)
                .containsExactly(63L, 62L, 61L, 60L, 59L, 58L, 57L);
        var period = new Filter(Log.TENANT, Optional.empty(), Optional.empty(), Optional.of(found.get(30).at()), Optional.empty(), Optional.empty());
        HistoryReader.Entries first = reader.list(auditor, period, Optional.empty(), 20);
        HistoryReader.Entries second = reader.list(auditor, period, first.next(), 20);
        assertThat(first.entries()).extracting(HistoryReader.Entry::sequence).startsWith(66L, 65L).hasSize(20);
        assertThat(second.entries()).extracting(HistoryReader.Entry::sequence).startsWith(46L, 45L).endsWith(36L).hasSize(11);
        assertThat(second.next()).isEmpty();
        assertThat(reader.actions(auditor, Log.TENANT)).containsExactly("tenant.changed", "tenant.seen");
        assertThat(reader.seals(auditor, Log.TENANT)).extracting(HistoryReader.Seal::entries).containsExactly(60L, 30L);
    }

    private List<HistoryReader.Entry> list(Filter filter) {
        return reader.list(auditor, filter, Optional.empty(), 100).entries();
    }

    @Test
    void onlyAuditorsAndAdministratorsMayRead() {
        Caller clerk = new Caller(
                auditor.tenant(), auditor.user(), "係", java.util.Set.of(Permission.CLERK, Permission.VIEWER), auditor.language(), "r");
        assertThatThrownBy(() -> reader.actions(clerk, Log.TENANT)).isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> files.all(clerk, Log.TENANT, OutputStream.nullOutputStream())).isInstanceOf(PlatformException.class);
        assertThatThrownBy(() -> reader.actions(auditor, Log.PLATFORM)).isInstanceOf(PlatformException.class);
    }
}

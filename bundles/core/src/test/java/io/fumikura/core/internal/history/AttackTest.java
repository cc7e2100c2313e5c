package io.fumikura.core.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.pipeline.FolderBlobs;
import io.fumikura.core.internal.record.Company;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.history.HistoryVerification.Anchor;
import io.fumikura.history.HistoryVerification.Finding;
import io.fumikura.history.HistoryVerification.LogReport;
import io.fumikura.history.HistoryVerification.Report;
import io.fumikura.history.HistoryVerification.State;
import io.fumikura.signing.spi.TimeStampException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the owner of the database may try with SQL, and what the owner of the machine may try with files. Ten entries are sealed, ten more follow,
 * of which the platform has a note outside of the database, and five more of which it has none.
 */
@ParameterizedClass
@EnumSource
class AttackTest {

    private static final int SEALED = 10;
    private static final int NOTED = 20;
    private static final int ALL = 25;

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private final Pretended clock = new Pretended();
    private TestDatabase.Place place;
    private Transactions transactions;
    private Sealing sealing;
    private UUID tenant;
    private UUID other;

    @BeforeEach
    void write() throws TimeStampException {
        place = vendor.create(folder);
        transactions = place.open(clock);
        sealing = sealing(new Secrets(folder.resolve("keys")));
        tenant = Company.found(transactions, "甲社").id().value();
        other = Company.found(transactions, "乙社").id().value();
        append(tenant, SEALED);
        append(other, 3);
        sealing.round();
        append(tenant, NOTED - SEALED);
        sealing.round();
        append(tenant, ALL - NOTED);
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private Sealing sealing(Secrets secrets) {
        return new Sealing(
                transactions,
                secrets,
                clock,
                new HistoryFolder(folder.resolve("history"), folder.resolve("elsewhere")),
                Duration.ofDays(1),
                List.of());
    }

    private void append(UUID log, int count) {
        for (int i = 0; i < count; i++) {
            var change = new Change("title", "前" + i, "後" + i);
            transactions.run(entities -> History.append(
                    entities,
                    new HistoryEvent(log, new Subject("tenant", log), new Author(UUID.randomUUID(), "花子"), "tenant.changed", List.of(change), "")));
        }
    }

    private int sql(String statement, @Nullable Object... parameters) {
        return transactions.required(entities -> Sql.update(entities, statement, parameters));
    }

    private Report verify() {
        return verify(sealing, tenant);
    }

    private Report verify(Sealing with, @Nullable UUID whose) {
        var run = new VerificationRun(transactions, with, new Blobs(new FolderBlobs(folder.resolve("blobs"))), whose, false, "監査 太郎");
        run.run();
        return run.report();
    }

    private static List<String> codes(Report report) {
        return report.findings().stream().map(Finding::code).distinct().sorted().toList();
    }

    private void assertBad(Report report, long firstBad, long goodEntries, String... codes) {
        assertThat(codes(report)).containsExactly(codes);
        assertThat(report.state()).isEqualTo(State.BAD);
        LogReport log = report.logs().stream().filter(one -> one.log().equals(tenant.toString())).findFirst().orElseThrow();
        assertThat(log.firstBad()).hasValue(firstBad);
        assertThat(log.lastGood().map(Anchor::entries).orElse(0L)).isEqualTo(goodEntries);
    }

    /** Reads, alters and writes back the bytes of a column of an entry. */
    private void alter(String column, long sequence, UnaryOperator<byte[]> change) {
        byte[] bytes = transactions
                .read(entities -> Sql.query(
                        entities,
                        "select " + column + " from history_entry where log_id = ? and sequence = ?",
                        row -> row.getBytes(1),
                        tenant,
                        sequence))
                .get(0);
        sql("update history_entry set " + column + " = ? where log_id = ? and sequence = ?", change.apply(bytes), tenant, sequence);
    }

    private static byte[] flip(byte[] bytes, int at) {
        byte[] other = bytes.clone();
        other[at] ^= 1;
        return other;
    }

    @Test
    void anUntouchedHistoryIsGood() {
        Report report = verify(sealing, null);

        assertThat(report.findings()).isEmpty();
        assertThat(report.state()).isEqualTo(State.GOOD);
        assertThat(report.logs()).extracting(LogReport::name).containsExactlyInAnyOrder("", "甲社", "乙社");
        assertThat(report.done()).isEqualTo(report.total()).isEqualTo(ALL + 3 + 1);
        LogReport log = report.logs().stream().filter(one -> one.name().equals("甲社")).findFirst().orElseThrow();
        assertThat(log.lastGood().orElseThrow()).extracting(Anchor::kind, Anchor::entries).containsExactly("mark", (long) NOTED);
    }

    @Test
    void aTenantsReportTellsNothingOfOthers() {
        sql("delete from history_entry where log_id = ? and sequence = 1", other);

        assertThat(verify().findings()).isEmpty();
        assertThat(verify().logs()).hasSize(1);
        assertThat(verify(sealing, null).state()).isEqualTo(State.BAD);
    }

    @Test
    void oneByteOfAnEntry() {
        for (int at : new int[] {0, 5, 22, 30, 60, 100}) {
            alter("body", 13, body -> flip(body, at));
            Report report = verify();
            assertThat(report.state()).isEqualTo(State.BAD);
            assertThat(report.logs().get(0).firstBad()).hasValue(13);
            assertThat(report.logs().get(0).lastGood().map(Anchor::entries)).hasValue((long) SEALED);
            alter("body", 13, body -> flip(body, at));
        }
        assertThat(verify().state()).isEqualTo(State.GOOD);
    }

    @Test
    void oneByteOfAHashOrOfTheKeysMark() {
        alter("leaf", 4, leaf -> flip(leaf, 7));
        assertBad(verify(), 4, 0, "entry.altered");
        alter("leaf", 4, leaf -> flip(leaf, 7));
        alter("mac", 4, mac -> flip(mac, 7));
        assertBad(verify(), 4, 0, "entry.foreign");
    }

    @Test
    void oneByteOfAText() {
        byte[] texts = transactions
                .read(entities -> Sql.query(
                        entities,
                        "select content from history_value where log_id = ? and sequence = 11",
                        row -> row.getBytes(1),
                        tenant))
                .get(0);
        sql("update history_value set content = ? where log_id = ? and sequence = 11", flip(texts, texts.length - 1), tenant);
        assertBad(verify(), 11, SEALED, "entry.text");

        sql("delete from history_value where log_id = ? and sequence = 11", tenant);
        assertBad(verify(), 11, SEALED, "entry.text");
    }

    @Test
    void textsErasedWithoutAPurge() {
        transactions.run(entities -> Purge.erase(entities, tenant, List.of(3L), Author.PLATFORM, "本人の請求"));
        assertThat(verify().state()).isEqualTo(State.GOOD);
        assertThat(verify().erasedTexts()).isEqualTo(1);

        sql(
                "update history_value set content = (select v.content from history_value v where v.log_id = ? and v.sequence = 3)"
                        + " where log_id = ? and sequence = 5",
                tenant,
                tenant);
        assertBad(verify(), 5, 0, "entry.text");
    }

    @Test
    void columnsOfLists() {
        sql("update history_entry set by_user = ? where log_id = ? and sequence = 12", UUID.randomUUID(), tenant);
        assertBad(verify(), 12, SEALED, "entry.columns");
    }

    @Test
    void deletingInTheMiddle() {
        sql("delete from history_entry where log_id = ? and sequence in (14, 15)", tenant);
        assertBad(verify(), 14, SEALED, "entry.missing");
    }

    @Test
    void deletingTheFirst() {
        sql("delete from history_entry where log_id = ? and sequence = 0", tenant);
        assertBad(verify(), 0, 0, "entry.missing");
    }

    @Test
    void deletingTheLast() {
        sql("delete from history_entry where log_id = ? and sequence = ?", tenant, ALL - 1);
        assertBad(verify(), ALL - 1, NOTED, "entry.missing");
    }

    @Test
    void deletingTheLastAndCorrectingTheHead() {
        Frontier shorter = frontier(ALL - 1);
        sql("delete from history_value where log_id = ? and sequence = ?", tenant, ALL - 1);
        sql("delete from history_entry where log_id = ? and sequence = ?", tenant, ALL - 1);
        sql("update history_head set entries = ?, frontier = ? where log_id = ?", shorter.size(), shorter.bytes(), tenant);
        assertBad(verify(), ALL - 1, NOTED, "head.altered");

        append(tenant, 1);
        Report later = verify();
        assertThat(later.state()).isEqualTo(State.BAD);
        assertThat(codes(later)).containsExactly("head.altered");
    }

    private Frontier frontier(long size) {
        var frontier = new Frontier();
        leaves(size).forEach(frontier::append);
        return frontier;
    }

    private List<byte[]> leaves(long size) {
        return transactions.read(entities -> Sql.query(
                entities,
                "select leaf from history_entry where log_id = ? and sequence < ? order by sequence",
                row -> row.getBytes(1),
                tenant,
                size));
    }

    @Test
    void swappingTwo() {
        sql("update history_entry set sequence = 1000 where log_id = ? and sequence = 12", tenant);
        sql("update history_entry set sequence = 12 where log_id = ? and sequence = 17", tenant);
        sql("update history_entry set sequence = 17 where log_id = ? and sequence = 1000", tenant);
        Report report = verify();
        assertThat(codes(report)).contains("entry.moved");
        assertThat(report.logs().get(0).firstBad()).hasValue(12);
        assertThat(report.logs().get(0).lastGood().map(Anchor::entries)).hasValue((long) SEALED);
    }

    @Test
    void inserting() {
        sql(
                "insert into history_entry select log_id, ?, body, leaf, mac, happened_at, by_user, action, subject_type, subject_id, revision"
                        + " from history_entry where log_id = ? and sequence = 3",
                (long) ALL,
                tenant);
        assertBad(verify(), ALL, NOTED, "entry.surplus");
    }

    /** Bodies, hashes, head: all that can be made without the platform's key. */
    @Test
    void rewritingEverythingFromAnEntryOn() {
        rewrite(7, null);
        Report report = verify();
        assertThat(codes(report)).containsExactly("entry.foreign", "head.altered");
        assertBad(report, 7, 0, "entry.foreign", "head.altered");
    }

    /** With the key as well, as the owner of the machine has it: time stamps still tell. */
    @Test
    void rewritingEverythingWithTheKey() {
        rewrite(7, sealing.key());
        assertBad(verify(), 0, 0, "tree.rewritten");
    }

    @Test
    void rewritingWithTheKeyWhatIsNotSealed() {
        rewrite(15, sealing.key());
        assertBad(verify(), SEALED, SEALED, "tree.rewritten");
    }

    private void rewrite(long first, @Nullable MacKey key) {
        var frontier = frontier(first);
        for (long sequence = first; sequence < ALL; sequence++) {
            EntryBody body = EntryBody.decode(body(sequence));
            byte[] altered = new EntryBody(
                            body.log(), body.sequence(), body.at(), body.action(), body.subject(), body.revision(), new UUID(1, 1),
                            body.actsFor(), body.fields(), body.slots())
                    .encode();
            byte[] leaf = Hashes.leaf(altered);
            frontier.append(leaf);
            sql(
                    "update history_entry set body = ?, leaf = ?, by_user = ? where log_id = ? and sequence = ?",
                    altered, leaf, new UUID(1, 1), tenant, sequence);
            if (key != null) {
                sql("update history_entry set mac = ? where log_id = ? and sequence = ?", key.entry(leaf), tenant, sequence);
            }
        }
        sql("update history_head set frontier = ? where log_id = ?", frontier.bytes(), tenant);
        if (key != null) {
            Head head = transactions.read(entities -> Head.find(entities, tenant)).orElseThrow();
            sql("update history_head set mac = ? where log_id = ?", key.head(tenant, frontier, head.last()), tenant);
        }
    }

    private byte[] body(long sequence) {
        return transactions
                .read(entities -> Sql.query(
                        entities,
                        "select body from history_entry where log_id = ? and sequence = ?",
                        row -> row.getBytes(1),
                        tenant,
                        sequence))
                .get(0);
    }

    @Test
    void restoringAnOldBackup() {
        restore(NOTED - 5);
        assertBad(verify(), NOTED - 5, SEALED, "log.shorter");
        append(tenant, 8);
        Report report = verify();
        assertThat(codes(report)).containsExactly("tree.rewritten");
        assertThat(report.logs().get(0).lastGood().map(Anchor::entries)).hasValue((long) SEALED);
    }

    /** The head of that time is genuine, for it was in the backup. */
    private void restore(long size) {
        Frontier earlier = frontier(size);
        Instant last = EntryBody.decode(body(size - 1)).at();
        sql("delete from history_value where log_id = ? and sequence >= ?", tenant, size);
        sql("delete from history_entry where log_id = ? and sequence >= ?", tenant, size);
        sql(
                "update history_head set entries = ?, frontier = ?, last_at = ?, mac = ? where log_id = ?",
                size, earlier.bytes(), last, sealing.key().head(tenant, earlier, last), tenant);
    }

    /** Database and notes are of the same old backup; the copies of the seals stand on another machine. */
    @Test
    void restoringAnOldBackupOfTheWholeMachine() throws Exception {
        Path notes = folder.resolve("history");
        for (Path file : List.of(notes.resolve("marks"), notes.resolve("seals").resolve("seal-000000001.json"))) {
            Files.delete(file);
        }
        sql("delete from history_sealed_head");
        sql("delete from history_seal");
        restore(6);

        Report report = verify();

        assertThat(codes(report)).containsExactly("log.shorter", "seal.missing");
        assertThat(report.logs().get(0).firstBad()).hasValue(6);
    }

    @Test
    void settingTheClockBack() {
        clock.pass(Duration.ofHours(-3));
        append(tenant, 2);

        Report report = verify();

        assertThat(report.state()).isEqualTo(State.DOUBTFUL);
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("clock.back");
            assertThat(finding.sequence()).hasValue(ALL);
        });
    }

    @Test
    void droppingTheLogOfATenant() {
        for (String table : List.of("history_entry", "history_value", "history_head")) {
            sql("delete from " + table + " where log_id = ?", tenant);
        }
        assertBad(verify(), 0, 0, "head.missing", "log.missing");
        assertBad(verify(sealing, null), 0, 0, "head.missing", "log.missing");
    }

    @Test
    void droppingTheHead() {
        sql("delete from history_head where log_id = ?", tenant);
        assertThat(codes(verify())).containsExactly("head.missing");
    }

    @Test
    void replacingTheKeyOfTheEntries() throws Exception {
        Files.delete(folder.resolve("keys").resolve("secrets.key"));
        Files.delete(folder.resolve("keys").resolve("time-stamp.key"));
        Sealing later = sealing(new Secrets(folder.resolve("keys")));

        assertBad(verify(later, tenant), SEALED, SEALED, "key.changed");
    }

    @Test
    void replacingTheKeyOfTheEntriesAndGoingOn() throws Exception {
        transactions.close();
        Files.delete(folder.resolve("keys").resolve("secrets.key"));
        Files.delete(folder.resolve("keys").resolve("time-stamp.key"));
        transactions = place.open(clock);
        sealing = sealing(new Secrets(folder.resolve("keys")));
        append(tenant, 3);

        assertBad(verify(), SEALED, SEALED, "key.changed");

        sealing.seal();
        assertBad(verify(), SEALED, SEALED, "key.changed");
    }

    /** Stamped anew, as one may who forged the entries before. */
    @Test
    void replacingTheKeyOfTheTimeStamps() {
        var forged = new LocalAuthority(new Secrets(folder.resolve("forger")), clock);
        byte[] statement = transactions.read(entities -> Seals.from(entities, 1)).get(0).seal().statement();
        sql("update history_seal set token = ? where number = 1", stamp(forged, statement));

        Report report = verify();

        assertThat(codes(report)).containsExactly("seal.key");
        assertThat(report.state()).isEqualTo(State.BAD);
    }

    private static byte[] stamp(LocalAuthority authority, byte[] statement) {
        try {
            return authority.stamp("SHA-256", Hashes.of(statement));
        } catch (TimeStampException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void alteringASeal() {
        sql("update history_sealed_head set entries = entries - 1 where log_id = ?", tenant);
        assertThat(codes(verify())).containsExactly("seal.altered");
        sql("update history_sealed_head set entries = entries + 1 where log_id = ?", tenant);
        assertThat(verify().state()).isEqualTo(State.GOOD);

        byte[] token = transactions.read(entities -> Seals.from(entities, 1)).get(0).seal().token();
        for (int at = 0; at < token.length; at += 37) {
            sql("update history_seal set token = ? where number = 1", flip(token, at));
            assertThat(verify().state()).as("byte " + at).isNotEqualTo(State.FAILED);
        }
    }

    @Test
    void removingASeal() throws TimeStampException {
        clock.pass(Duration.ofDays(2));
        sealing.round();
        assertThat(verify().state()).isEqualTo(State.GOOD);
        sql("delete from history_sealed_head where seal_number = 1");
        sql("delete from history_seal where number = 1");
        assertThat(codes(verify())).contains("seal.missing");
    }

    @Test
    void theHistoryOfAnotherPlatform() {
        sealing.folder().identity(UUID.randomUUID());
        assertThat(codes(verify())).containsExactly("seal.identity");
    }

    @Test
    void stoppingTheSealing() {
        clock.pass(Duration.ofHours(27));

        Report report = verify();

        assertThat(codes(report)).containsExactly("seal.overdue");
        assertThat(report.state()).isEqualTo(State.DOUBTFUL);
        assertThat(new SealHealth(sealing).check().message()).contains("was not sealed");
    }

    @Test
    void nothingIsOverdueWhereNothingIsWritten() throws TimeStampException {
        sealing.seal();
        clock.pass(Duration.ofDays(30));
        assertThat(verify().state()).isEqualTo(State.GOOD);
    }

    @Test
    void manyFindingsAreCutShort() {
        append(tenant, 300);
        sql("update history_entry set revision = 5 where log_id = ?", tenant);
        Report report = verify();
        assertThat(report.findings()).hasSizeBetween(100, 1000);
        assertThat(new ArrayList<>(report.findings()).get(0).sequence()).hasValue(0);
    }
}

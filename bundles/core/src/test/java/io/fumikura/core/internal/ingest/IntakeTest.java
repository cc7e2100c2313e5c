package io.fumikura.core.internal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.pipeline.Platform;
import io.fumikura.core.internal.pipeline.SamplePlugins;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.document.Ingest.Submitted;
import io.fumikura.document.Ingest.Upload;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.InputState;
import io.fumikura.document.RecordSummary;
import jakarta.persistence.LockModeType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntakeTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    private Platform platform;

    @AfterEach
    void close() throws Exception {
        if (platform != null) {
            platform.close();
        }
    }

    private Platform open() {
        platform = new Platform(TestDatabase.H2, folder);
        return platform;
    }

    @Test
    void answersWithTheRecordOnceItIsStored() throws Exception {
        var accepted = (Submitted.Accepted) open().submit("../契約書.txt", "hello", Optional.empty());

        RecordSummary record = accepted.record();
        assertThat(record.fileName()).isEqualTo("契約書.txt");
        assertThat(record.mediaType()).isEqualTo("text/plain");
        assertThat(record.state()).isEqualTo(InputState.WAITING);
        assertThat(record.ledger()).contains("loans");
        assertThat(record.number()).contains(1L);
        assertThat(platform.count("history_entry")).isEqualTo(1);
        assertThat(platform.blobs.count()).isEqualTo(1);
    }

    @Test
    void refusesWhatItCantTakeAndKeepsNothingOfIt() throws Exception {
        open();
        assertRefused("upload.empty", () -> platform.upload("a.txt", ""));
        assertRefused("upload.name", () -> platform.upload("/", "x"));
        assertRefused("upload.unsupported", () -> platform.upload("a.txt", "GIF0\u0000\u0001\u0002 nothing that is known"));
        assertRefused("upload.corrupt", () -> platform.upload("a.docx", "a text that calls itself a Word document"));
        assertRefused("upload.too-large", () -> platform.upload("a.txt", "x".repeat(1_000_001)));
        assertRefused("upload.too-large", () -> platform.intake.submit(
                platform.clerk,
                new Upload(Optional.empty(), "a.txt", Optional.empty(), OptionalLong.of(1_000_001)),
                neverRead()));
        assertRefused("ledger.unknown", () -> platform.intake.submit(
                platform.clerk, new Upload(Optional.of("none"), "a.txt", Optional.empty()), bytes("x")));
        assertRefused("permission.missing", () -> platform.intake.submit(
                platform.company.hire("太郎", Permission.VIEWER), new Upload(Optional.empty(), "a.txt", Optional.empty()), bytes("x")));
        assertRefused("upload.incomplete", () -> platform.intake.submit(
                platform.clerk, new Upload(Optional.empty(), "a.txt", Optional.empty()), brokenOff()));

        assertThat(platform.blobs.count()).isZero();
        assertThat(platform.count("record")).isZero();
        assertThat(platform.count("upload_usage")).isZero();
    }

    @Test
    void takesNothingWhileThePlanIsAway() {
        open().plugins.tiers().remove("tier");
        assertRefused("plan.missing", () -> platform.upload("a.txt", "x"));
    }

    @Test
    void keepsTheBytesWhenTheyAreRefusedUnderAnotherNameOnly() throws Exception {
        open().upload("a.txt", "the same bytes");
        assertRefused("upload.corrupt", () -> platform.upload("a.docx", "the same bytes"));

        assertThat(platform.blobs.count()).isEqualTo(1);
    }

    @Test
    void asksBeforeItTakesTheSameBytesAgain() {
        open().plugins.tiers().add("tier", Plugin.of("plan 1.0.0", new SamplePlugins.Tier(2)));
        var first = platform.upload("a.txt", "the same bytes");

        var duplicate = (Submitted.Duplicate) platform.submit("b.txt", "the same bytes", Optional.empty());
        assertThat(duplicate.originals()).extracting(RecordSummary::id).containsExactly(first);
        assertThat(platform.count("record")).isEqualTo(1);

        Caller colleague = platform.company.hire("次郎", Permission.CLERK);
        assertRefused("upload.unknown", () -> platform.intake.confirm(colleague, duplicate.pending()));

        var accepted = platform.intake.confirm(platform.clerk, duplicate.pending());
        assertThat(accepted.record().fileName()).isEqualTo("b.txt");
        assertThat(platform.count("record")).isEqualTo(2);
        assertRefused("upload.unknown", () -> platform.intake.confirm(platform.clerk, duplicate.pending()));
        assertRefused("upload.quota", () -> platform.upload("c.txt", "other bytes"));
    }

    @Test
    void namesNoOriginalThatTheSenderMayNotSee() {
        var first = open().upload("a.txt", "the same bytes");
        platform.transactions.run(entities ->
                entities.find(RecordRow.class, first.value(), LockModeType.PESSIMISTIC_WRITE).everyone = AccessLevel.NONE);
        Caller colleague = platform.company.hire("次郎", Permission.CLERK);

        var duplicate = (Submitted.Duplicate) platform.intake.submit(
                colleague, new Upload(Optional.empty(), "b.txt", Optional.empty()), bytes("the same bytes"));

        assertThat(duplicate.originals()).isEmpty();
        assertThat(platform.count("record")).isEqualTo(1);
    }

    @Test
    void forgetsADuplicateThatIsCancelled() throws Exception {
        open().upload("a.txt", "the same bytes");
        UUID pending = ((Submitted.Duplicate) platform.submit("b.txt", "the same bytes", Optional.empty())).pending();

        platform.intake.cancel(platform.clerk, pending);

        assertThat(platform.count("pending_upload")).isZero();
        assertThat(platform.blobs.count()).isEqualTo(1);
        assertRefused("upload.unknown", () -> platform.intake.confirm(platform.clerk, pending));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void keepsTheQuotaWhenManyUploadAtOnce(TestDatabase database) throws Exception {
        platform = new Platform(database, folder);
        platform.plugins.tiers().add("tier", Plugin.of("plan 1.0.0", new SamplePlugins.Tier(7)));
        var codes = Collections.synchronizedList(new ArrayList<String>());
        var start = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            var thread = new Thread(() -> {
                try {
                    start.await();
                    platform.upload("a.txt", "text " + number);
                    codes.add("accepted");
                } catch (PlatformException e) {
                    codes.add(e.code());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(codes).hasSize(20).containsOnly("accepted", "upload.quota");
        assertThat(codes.stream().filter("accepted"::equals)).hasSize(7);
        assertThat(platform.count("record")).isEqualTo(7);
    }

    @Test
    void takesTheSameBytesOnceWhenTheyComeTwiceAtOnce() throws Exception {
        open();
        var answers = Collections.synchronizedList(new ArrayList<Submitted>());
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 6; i++) {
            var thread = new Thread(() -> answers.add(platform.submit("a.txt", "the same bytes", Optional.empty())));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(answers).hasSize(6);
        assertThat(answers.stream().filter(Submitted.Accepted.class::isInstance)).hasSize(1);
    }

    @Test
    void tellsSubscribersOfTheSameCompanyOnly() throws Exception {
        open().complete();
        var told = Collections.synchronizedList(new ArrayList<RecordSummary>());
        var others = Collections.synchronizedList(new ArrayList<RecordSummary>());
        Caller stranger = io.fumikura.core.internal.record.Company.found(platform.transactions, "他社").hire("他人", Permission.CLERK);
        try (var mine = platform.events.subscribe(platform.clerk, told::add);
                var theirs = platform.events.subscribe(stranger, others::add)) {
            var id = platform.upload("a.txt", "title=a; start=2024-04-01");
            Platform.await(
                    () -> told.stream().anyMatch(one -> one.id().equals(id) && one.state() == InputState.COMPLETE),
                    () -> "told " + told);
        }
        assertThat(others).isEmpty();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream neverRead() {
        return new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("What was announced as too large is not read");
            }
        };
    }

    private static InputStream brokenOff() {
        return new InputStream() {
            private int count;

            @Override
            public int read() throws IOException {
                if (count++ < 10) {
                    return 'x';
                }
                throw new IOException("connection reset");
            }
        };
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PlatformException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

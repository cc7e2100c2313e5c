package io.fumikura.core.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.pipeline.SamplePlugins.PlainExtractor;
import io.fumikura.core.internal.pipeline.SamplePlugins.PlainReader;
import io.fumikura.core.internal.pipeline.SamplePlugins.PlainRecogniser;
import io.fumikura.core.internal.pipeline.SamplePlugins.PlainRenderer;
import io.fumikura.core.internal.pipeline.SamplePlugins.TermExtractor;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.record.LoanType;
import io.fumikura.core.internal.record.PageTexts;
import io.fumikura.core.internal.record.RecordViews;
import io.fumikura.core.internal.record.StoredRecords;
import io.fumikura.core.internal.storage.WorkFolder;
import io.fumikura.document.Evidence;
import io.fumikura.document.FieldCandidate;
import io.fumikura.document.FieldValue;
import io.fumikura.document.InputState;
import io.fumikura.document.RecordId;
import io.fumikura.document.Records;
import io.fumikura.document.spi.ContentReader;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentType;
import io.fumikura.document.spi.ExtractionRequest;
import io.fumikura.document.spi.FieldExtractor;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    private Platform platform;

    @BeforeEach
    void open() {
        platform = new Platform(database(), folder);
    }

    TestDatabase database() {
        return TestDatabase.H2;
    }

    @AfterEach
    void close() throws Exception {
        platform.close();
    }

    @Test
    void readsADocumentIntoARecord() {
        RecordId id = platform.complete().upload("loan.txt", "title=貸付契約; start=2024-04-01");

        var row = platform.await(id, InputState.COMPLETE);

        assertThat(platform.value(id, "title")).isEqualTo("貸付契約");
        assertThat(platform.value(id, "start")).isEqualTo("2024-04-01");
        assertThat(row.kind).isEqualTo("loan");
        assertThat(row.number).isEqualTo(1);
        assertThat(row.pages).isEqualTo(1);
        assertThat(platform.count("job")).isZero();
    }

    @Test
    void saysThatEnglishIsNotReadWhereThePlanDoesNotHaveIt() {
        String english = "title=This Loan Agreement is made between the parties named below; start=2024-04-01";
        platform.complete();
        var languages = new ConcurrentLinkedQueue<Set<String>>();
        platform.plugins.extractors().add("extractor", Plugin.of("extractor 1.0.0", new PlainExtractor() {
            @Override
            public List<FieldCandidate> extract(ExtractionRequest request) throws DocumentException, InterruptedException {
                languages.add(request.languages());
                return super.extract(request);
            }
        }));
        platform.plugins.tiers().add("tier", Plugin.of("plan 1.0.0", new SamplePlugins.Tier(1000, Set.of())));

        var row = platform.await(platform.upload("loan.txt", english), InputState.COMPLETE);
        assertThat(row.warnings).contains("plan.no-english");
        assertThat(languages).containsExactly(Set.of("ja"));

        row = platform.await(platform.upload("貸付.txt", "title=株式会社東京商事とABC Inc.との間の貸付契約書。乙は甲に対し元金を返済する; start=2024-04-01"), InputState.COMPLETE);
        assertThat(row.warnings).doesNotContain("plan.no-english");

        platform.plugins.tiers().add("tier", Plugin.of("plan 1.0.0", new SamplePlugins.Tier(1000)));
        row = platform.await(platform.upload("loan2.txt", english + " "), InputState.COMPLETE);
        assertThat(row.warnings).doesNotContain("plan.no-english");
        assertThat(languages).last().isEqualTo(Set.of("ja", "en"));
    }

    @Test
    void waitsForAReaderAndGoesOnByItselfWhenOneComes() {
        platform.complete();
        platform.plugins.readers().remove("reader");
        RecordId id = platform.upload("loan.txt", "title=a; start=2024-04-01");
        Platform.await(() -> "plugin.missing".equals(platform.row(id).reasonCode), () -> "no reason");
        assertThat(platform.row(id).state).isEqualTo(InputState.WAITING);
        assertThat(platform.row(id).reasonMessage).isEqualTo("Waiting for a reader of text/plain.");

        platform.plugins.readers().add("reader", Plugin.of("reader 1.0.1", new PlainReader()));

        platform.await(id, InputState.COMPLETE);
    }

    @Test
    void waitsForAnExtractorAndForADocumentType() {
        platform.complete();
        platform.plugins.extractors().remove("extractor");
        platform.plugins.types().remove("type");
        RecordId id = platform.upload("loan.txt", "title=a; start=2024-04-01");
        Platform.await(() -> String.valueOf(platform.row(id).reasonMessage).contains("the document type of the ledger loans"), () ->
                "reason " + platform.row(id).reasonMessage);

        platform.plugins.types().add("type", Plugin.<DocumentType>of("type 1.0.0", new LoanType()));
        Platform.await(() -> String.valueOf(platform.row(id).reasonMessage).contains("an extractor"), () ->
                "reason " + platform.row(id).reasonMessage);

        platform.plugins.extractors().add("extractor", Plugin.of("extractor 1.0.0", new PlainExtractor()));
        platform.await(id, InputState.COMPLETE);
    }

    @Test
    void waitsForAnExtractorThatIsBeingUpdatedWhileOthersRun() {
        platform.complete();
        platform.plugins.extractors().add("terms", Plugin.of("terms 1.0.0", new TermExtractor()));
        platform.await(platform.upload("before.txt", "title=a; start=2024-04-01; term=P1Y"), InputState.COMPLETE);

        platform.plugins.extractors().remove("terms");
        RecordId id = platform.upload("loan.txt", "title=b; start=2024-04-01; term=P2Y");
        Platform.await(
                () -> "Waiting for the extractor terms.".equals(platform.row(id).reasonMessage), () -> "reason " + platform.row(id).reasonMessage);
        platform.plugins.extractors().add("terms", Plugin.of("terms 1.0.1", new TermExtractor()));

        assertThat(platform.await(id, InputState.COMPLETE).extractors).containsExactly("plain 1.0.0", "terms 1.0.1");
        assertThat(platform.value(id, "term")).isEqualTo("P2Y");
    }

    @Test
    void extractsAgainWhatWasReadWithoutAnExtractorThatComesBack() throws Exception {
        platform.complete();
        platform.pipeline.close();
        platform.awaitExtractor = Duration.ZERO;
        platform.start();
        platform.plugins.extractors().add("terms", Plugin.of("terms 1.0.0", new TermExtractor()));
        platform.await(platform.upload("before.txt", "title=a; start=2024-04-01; term=P1Y"), InputState.COMPLETE);
        platform.plugins.extractors().remove("terms");
        RecordId id = platform.upload("loan.txt", "title=b; start=2024-04-01; term=P2Y");
        platform.await(id, InputState.COMPLETE);
        assertThat(platform.value(id, "term")).isEmpty();
        var records = new StoredRecords(
                platform.transactions,
                platform.writer,
                new LedgerCatalog(List.of(new LoanType()), List.of()),
                platform.pipeline,
                platform.secrets,
                new RecordViews(platform.transactions));
        var edit = new Records.Edit(
                Map.of("title", Optional.of(new FieldValue.Text("手で直した")), "start", Optional.empty()),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        records.edit(platform.clerk, id, platform.row(id).revision, edit);
        records.complete(platform.clerk, id, platform.row(id).revision, true);

        platform.plugins.extractors().add("terms", Plugin.of("terms 2.0.0", new TermExtractor()));

        Platform.await(() -> platform.value(id, "term").equals("P2Y"), () -> "not extracted again");
        assertThat(platform.await(id, InputState.COMPLETE).completedByUser).isTrue();
        assertThat(platform.value(id, "title")).isEqualTo("手で直した");
        assertThat(platform.value(id, "start")).isEmpty();
        assertThat(platform.row(id).extractors).contains("terms 2.0.0");
        assertThat(platform.count("missed_extractor")).isZero();
    }

    @Test
    void waitsAfterAStartForTheExtractorsThatRanBefore() throws Exception {
        platform.complete();
        platform.plugins.extractors().add("terms", Plugin.of("terms 1.0.0", new TermExtractor()));
        Platform.await(() -> platform.count("known_extractor") == 2, () -> "extractors are not kept");
        platform.pipeline.close();
        platform.plugins.extractors().remove("terms");
        platform.start();

        RecordId id = platform.upload("loan.txt", "title=b; start=2024-04-01; term=P2Y");
        Platform.await(
                () -> "Waiting for the extractor terms.".equals(platform.row(id).reasonMessage), () -> "reason " + platform.row(id).reasonMessage);
        platform.plugins.extractors().add("terms", Plugin.of("terms 1.0.0", new TermExtractor()));

        platform.await(id, InputState.COMPLETE);
    }

    @Test
    void failsADocumentWhoseFileIsLostAndSaysWhatToDo() {
        platform.complete();
        platform.plugins.readers().remove("reader");
        RecordId id = platform.upload("loan.txt", "title=a; start=2024-04-01");
        Platform.await(() -> "plugin.missing".equals(platform.row(id).reasonCode), () -> "no reason");
        WorkFolder.delete(folder.resolve("blobs"));

        platform.plugins.readers().add("reader", Plugin.of("reader 1.0.1", new PlainReader()));

        var failed = platform.await(id, InputState.FAILED);
        assertThat(failed.reasonCode).isEqualTo("storage.damaged");
        assertThat(failed.reasonMessage).contains("restored from a backup");
    }

    @Test
    void goesOnWithoutExtractorsThatMisbehaveAndNamesThem() {
        platform.complete();
        badly("throwing", request -> {
            throw new IllegalStateException("no");
        });
        badly("recursive", request -> List.of(deep(request, 1)));
        badly("nonsense", request -> List.of(
                new FieldCandidate("title", new FieldValue.Text("made up"), 1, List.of(new Evidence(7, 1, 2, List.of(), "x")), Optional.empty()),
                new FieldCandidate("no_field", new FieldValue.Text("made up"), 1, List.of(), Optional.empty())));
        badly("hanging", request -> {
            while (true) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException stubborn) {
                    continue;
                }
            }
        });
        badly("leaking", request -> {
            var thread = new Thread(() -> badly().run());
            thread.setDaemon(true);
            thread.start();
            return List.of();
        });

        RecordId id = platform.upload("loan.txt", "title=good; start=2024-04-01");

        var row = platform.await(id, InputState.COMPLETE);
        assertThat(platform.value(id, "title")).isEqualTo("good");
        assertThat(row.warnings).contains("throwing 1.0.0", "recursive 1.0.0", "hanging 1.0.0", "nonsense");
        assertThat(platform.pipeline.check().message()).contains("hanging 1.0.0");
    }

    @Test
    void failsADocumentWhoseReaderFailsAndReadsItOnRetry() {
        platform.complete();
        platform.plugins.readers().add("reader", Plugin.of("bad-reader 1.0.0", new PlainReader() {
            @Override
            public void read(SourceFile file, PageSink sink) throws DocumentException {
                sink.page(PageText.builder(3, 0, 0, TextSource.PLAIN).build());
            }
        }));
        RecordId id = platform.upload("loan.txt", "title=a; start=2024-04-01");
        var failed = platform.await(id, InputState.FAILED);
        assertThat(failed.reasonCode).isEqualTo("plugin.failed");
        assertThat(failed.reasonMessage).contains("bad-reader 1.0.0");

        platform.plugins.readers().add("reader", Plugin.of("reader 1.0.1", new PlainReader()));
        platform.pipeline.requeue(id);

        platform.await(id, InputState.COMPLETE);
    }

    @Test
    void keepsCorruptAndProtectedDocumentsWithTheirReason() {
        platform.complete();
        RecordId corrupt = platform.upload("a.txt", "broken");
        RecordId locked = platform.upload("b.txt", "locked title=a; start=2024-04-01");

        assertThat(platform.await(corrupt, InputState.FAILED).reasonCode).isEqualTo("document.corrupt");
        assertThat(platform.await(locked, InputState.PROTECTED).reasonMessage).isEqualTo("A password is needed.");
        assertThat(platform.pipeline.opens(locked, "wrong")).isFalse();
        assertThat(platform.pipeline.opens(locked, "sesame")).isTrue();
    }

    @Test
    void readsAProtectedDocumentWithThePasswordOfTheUpload() {
        platform.complete();
        var accepted = (io.fumikura.document.Ingest.Submitted.Accepted)
                platform.submit("b.txt", "locked title=a; start=2024-04-01", Optional.of("sesame"));

        platform.await(accepted.record().id(), InputState.COMPLETE);
    }

    @Test
    void recognisesPagesThatHaveNoText() {
        platform.complete();
        platform.plugins.renderers().add("renderer", Plugin.of("renderer 1.0.0", new PlainRenderer()));
        platform.plugins.readers().add("ocr", Plugin.of("ocr 1.0.0", new PlainRecogniser()));
        RecordId id = platform.upload("loan.pdf", "%PDF-title=layer\fscan:start=2024-04-01\fmore");

        var row = platform.await(id, InputState.COMPLETE);

        assertThat(row.pages).isEqualTo(3);
        assertThat(row.recognised).isTrue();
        assertThat(row.previewable).isTrue();
        List<PageText> pages = platform.transactions.read(entities -> PageTexts.all(entities, id.value()));
        assertThat(pages).extracting(PageText::source)
                .containsExactly(TextSource.TEXT_LAYER, TextSource.OCR, TextSource.TEXT_LAYER);
        assertThat(pages.get(1).width()).isEqualTo(595);
    }

    @Test
    void waitsForRecognitionWhereNoPageHasText() {
        platform.complete();
        platform.plugins.renderers().add("renderer", Plugin.of("renderer 1.0.0", new PlainRenderer()));
        RecordId id = platform.upload("loan.pdf", "%PDF-scan:title=a; start=2024-04-01");
        Platform.await(() -> String.valueOf(platform.row(id).reasonMessage).contains("a reader of image/png"), () -> "no reason");

        platform.plugins.readers().add("ocr", Plugin.of("ocr 1.0.0", new PlainRecogniser()));

        platform.await(id, InputState.COMPLETE);
    }

    @Test
    void waitsForRecognitionWhereSomePagesHaveNoText() {
        platform.complete();
        platform.plugins.renderers().add("renderer", Plugin.of("renderer 1.0.0", new PlainRenderer()));
        RecordId id = platform.upload("loan.pdf", "%PDF-title=layer\fscan:start=2024-04-01");
        Platform.await(() -> String.valueOf(platform.row(id).reasonMessage).contains("a reader of image/png"), () -> "no reason");
        assertThat(platform.row(id).state).isEqualTo(InputState.WAITING);

        platform.plugins.readers().add("ocr", Plugin.of("ocr 1.0.0", new PlainRecogniser()));

        assertThat(platform.await(id, InputState.COMPLETE).warnings).doesNotContain("page.unread");
        assertThat(platform.value(id, "start")).isEqualTo("2024-04-01");
    }

    @Test
    void asksAnExtractorAgainThatIsUnavailableForAMoment() {
        platform.complete();
        var asked = new AtomicInteger();
        badly("moody", request -> {
            if (asked.incrementAndGet() == 1) {
                throw new DocumentException(DocumentException.Reason.UNAVAILABLE, "busy");
            }
            return List.of();
        });

        RecordId id = platform.upload("loan.txt", "title=a; start=2024-04-01");

        assertThat(platform.await(id, InputState.COMPLETE).warnings).doesNotContain("moody");
        assertThat(asked).hasValue(2);
    }

    @Test
    void takesUpAfterACrashWithoutReadingPagesTwice() throws Exception {
        platform.complete();
        platform.plugins.renderers().add("renderer", Plugin.of("renderer 1.0.0", new PlainRenderer()));
        var reached = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var first = new PlainRecogniser() {
            @Override
            public void read(SourceFile file, PageSink sink) throws DocumentException, InterruptedException {
                if (SamplePlugins.content(file).contains("third")) {
                    reached.countDown();
                    never.await();
                }
                super.read(file, sink);
            }
        };
        platform.plugins.readers().add("ocr", Plugin.of("ocr 1.0.0", first));
        RecordId id = platform.upload("loan.pdf", "%PDF-scan:title=first\fscan:start=2024-04-01\fscan:third\fscan:fourth");
        reached.await();
        Platform.await(() -> platform.transactions.read(entities -> PageTexts.all(entities, id.value())).size() == 2, () -> "pages missing");
        Pipeline crashed = platform.pipeline;

        var second = new PlainRecogniser();
        platform.plugins.readers().add("ocr", Plugin.of("ocr 1.0.0", second));
        platform.start();

        platform.await(id, InputState.COMPLETE);
        assertThat(second.recognised).containsExactlyInAnyOrder("third", "fourth");
        never.countDown();
        crashed.close();
        assertThat(platform.row(id).revision).as("what the crashed one read later is not wanted").isEqualTo(3);
    }

    @Test
    void goesOnWhenAPluginIsTakenAwayInTheMiddleOfItsCall() throws Exception {
        platform.complete();
        var reading = new CountDownLatch(1);
        var taken = new CountDownLatch(1);
        var gone = new boolean[1];
        var leaving = new PlainReader() {
            @Override
            public void read(SourceFile file, PageSink sink) throws DocumentException, InterruptedException {
                reading.countDown();
                taken.await();
                throw new NoClassDefFoundError("its bundle is gone");
            }
        };
        platform.plugins.readers().add("reader", new Plugin<ContentReader>() {
            @Override
            public String name() {
                return "leaving 1.0.0";
            }

            @Override
            public Optional<ContentReader> lease() {
                return Optional.of(leaving);
            }

            @Override
            public void release(ContentReader service) {}

            @Override
            public boolean isGone() {
                return gone[0];
            }
        });
        RecordId id = platform.upload("loan.txt", "title=a; start=2024-04-01");
        reading.await();
        gone[0] = true;
        platform.plugins.readers().add("reader", Plugin.of("reader 1.0.1", new PlainReader()));
        taken.countDown();

        platform.await(id, InputState.COMPLETE);
    }

    @Test
    void readsManyDocumentsThatComeAtOnce() throws Exception {
        platform.complete();
        var ids = java.util.Collections.synchronizedList(new ArrayList<RecordId>());
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            var thread = new Thread(() -> {
                for (int j = 0; j < 10; j++) {
                    ids.add(platform.upload("loan.txt", "title=a" + number + "-" + j + "; start=2024-04-01"));
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(ids).hasSize(80);
        for (RecordId id : ids) {
            platform.await(id, InputState.COMPLETE);
        }
        assertThat(ids.stream().map(id -> platform.row(id).number)).doesNotHaveDuplicates();
    }

    private static Runnable badly() {
        return () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static FieldCandidate deep(ExtractionRequest request, int depth) {
        return depth < 0 ? null : deep(request, depth + 1);
    }

    private interface Extract {
        List<FieldCandidate> extract(ExtractionRequest request) throws DocumentException, InterruptedException;
    }

    private void badly(String name, Extract extract) {
        platform.plugins.extractors().add(name, Plugin.of(name + " 1.0.0", new FieldExtractor() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<FieldCandidate> extract(ExtractionRequest request) throws DocumentException, InterruptedException {
                return extract.extract(request);
            }
        }));
    }
}

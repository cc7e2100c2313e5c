package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.pipeline.Job.Step;
import io.fumikura.core.internal.record.Extraction;
import io.fumikura.core.internal.record.PageTexts;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.core.internal.storage.StorageTrouble;
import io.fumikura.core.internal.storage.WorkFolder;
import io.fumikura.document.LedgerDescription;
import io.fumikura.document.Warning;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.Renderer.Form;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.DocumentText;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import io.fumikura.storage.spi.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** A document's way: read, classify, extract, record. Each step is safe in the database before the next begins, or is simply done again. */
final class DocumentWay {

    /** Reading that was quicker is rather done again after a crash than noted. */
    private static final long WORTH_A_STEP = 2_000_000_000L;

    private final Transactions transactions;
    private final RecordWriter writer;
    private final LedgerCatalog catalog;
    private final Secrets secrets;
    private final Blobs blobs;
    private final PluginChoice choice;
    private final Reading reading;
    private final Classifying classifying;
    private final Extracting extracting;
    private final ExecutorService threads;
    private final Path folder;

    DocumentWay(
            Transactions transactions,
            RecordWriter writer,
            LedgerCatalog catalog,
            Secrets secrets,
            Blobs blobs,
            PluginChoice choice,
            Reading reading,
            Classifying classifying,
            Extracting extracting,
            ExecutorService threads,
            Path folder) {
        this.transactions = transactions;
        this.writer = writer;
        this.catalog = catalog;
        this.secrets = secrets;
        this.blobs = blobs;
        this.choice = choice;
        this.reading = reading;
        this.classifying = classifying;
        this.extracting = extracting;
        this.threads = threads;
        this.folder = folder;
    }

    /** Goes the whole way from the job's step on; the job is done when this returns. */
    void go(Job job) throws StepException, InterruptedException {
        RecordRow row = transactions.read(entities -> entities.find(RecordRow.class, job.record().value()));
        if (row == null) {
            transactions.relaxed(entities -> JobTable.done(entities, job));
            return;
        }
        StoredDocument document = document(row);
        Read read = job.step() == Step.READ ? read(job, document) : new Read(pages(job), RecordWriter.warningsOfReading(row));
        record(job, document, read);
    }

    private record Read(List<PageText> pages, List<Warning> warnings) {}

    private List<PageText> pages(Job job) {
        return transactions.read(entities -> PageTexts.all(entities, job.record().value()));
    }

    private StoredDocument document(RecordRow row) throws StepException {
        try {
            return StoredDocument.of(row, secrets);
        } catch (IllegalStateException e) {
            throw StepException.failed("document.password-lost", String.valueOf(e.getMessage()), e);
        }
    }

    private Read read(Job job, StoredDocument document) throws StepException, InterruptedException {
        long start = System.nanoTime();
        try (var work = new WorkFolder(folder)) {
            Path copy = work.file("source");
            blobs.copy(document.tenant(), document.sha256(), copy);
            var store = new PageStore(transactions, writer, job, threads);
            List<Warning> warnings =
                    reading.read(job, document, new SourceFile(copy, document.type(), document.fileName(), document.password()), store);
            if (System.nanoTime() - start > WORTH_A_STEP) {
                transactions.relaxed(entities -> {
                    writer.lock(entities, job.record()).ifPresent(record -> RecordWriter.read(record, warnings));
                    JobTable.reached(entities, job, Step.EXTRACT);
                });
            }
            return new Read(store.pages(), warnings);
        } catch (StorageException e) {
            String message = StorageTrouble.message(e);
            throw StorageTrouble.isLost(e)
                    ? StepException.failed(StorageTrouble.LOST, message, e)
                    : StepException.retry(StorageTrouble.AWAY, message, e);
        } catch (IOException e) {
            throw StepException.retry(StorageTrouble.AWAY, "The file could not be copied for reading: " + e.getMessage(), e);
        }
    }

    private void record(Job job, StoredDocument document, Read read) throws StepException, InterruptedException {
        DocumentText text = new DocumentText(read.pages());
        Classifying.Place place = place(document, text);
        LedgerDescription ledger = catalog.ledger(place.ledger())
                .orElseThrow(() -> StepException.waitingFor("the document type of the ledger " + place.ledger()));
        Extraction found = extracting.extract(document, place, ledger.fields(), text);
        boolean previewable = isPreviewable(document.type());
        transactions.run(entities -> {
            RecordRow record = writer.lock(entities, job.record()).orElseThrow(LeaseLostException::new);
            JobTable.done(entities, job);
            record.pages = text.pages().size();
            record.recognised = text.pages().stream().anyMatch(page -> page.source() == TextSource.OCR);
            record.previewable = previewable;
            writer.classified(entities, record, place.ledger(), place.kind());
            writer.extracted(entities, record, found.after(read.warnings()));
            ExtractorMarks.mark(entities, job.record(), found.missing());
        });
    }

    /** A kind that a user has chosen stays. */
    private Classifying.Place place(StoredDocument document, DocumentText text) throws StepException, InterruptedException {
        Classifying.Place place = classifying.classify(document, text);
        Optional<String> chosen = transactions.read(entities -> writer.chosenKind(entities, document.id()));
        return chosen.isPresent() ? new Classifying.Place(place.ledger(), chosen.get()) : place;
    }

    /** Whether pages of this type can be drawn by what runs now. */
    private boolean isPreviewable(MediaType type) throws InterruptedException {
        return choice.renderer(type, Form.PAGES).isPresent()
                || choice.renderer(type, Form.PDF).isPresent()
                        && choice.renderer(MediaType.PDF, Form.PAGES).isPresent();
    }
}

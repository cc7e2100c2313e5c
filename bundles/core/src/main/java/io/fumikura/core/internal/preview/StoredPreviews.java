package io.fumikura.core.internal.preview;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.DataFolder;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.pipeline.Conversions;
import io.fumikura.core.internal.pipeline.Limits;
import io.fumikura.core.internal.pipeline.PipelineConfig;
import io.fumikura.core.internal.pipeline.PluginChoice;
import io.fumikura.core.internal.pipeline.StoredDocument;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.core.internal.record.Access;
import io.fumikura.core.internal.record.PageTexts;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.core.internal.storage.WorkFolder;
import io.fumikura.document.Previews;
import io.fumikura.document.RecordId;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.SearchText;
import io.fumikura.document.text.TextSource;
import io.fumikura.storage.spi.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Shows stored documents. */
@Component(service = {Previews.class, StoredPreviews.class}, configurationPid = "io.fumikura.core.pipeline")
public final class StoredPreviews implements Previews {

    private static final int MOST_HITS = 1_000;

    private final Transactions transactions;
    private final Secrets secrets;
    private final Blobs blobs;
    private final Conversions conversions;
    private final OpenDocuments open;
    private final PagePictures pictures;
    private final Path folder;
    private final ScheduledExecutorService closing = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "fumikura-previews");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public StoredPreviews(
            @Reference Transactions transactions,
            @Reference Secrets secrets,
            @Reference Blobs blobs,
            @Reference Plugins plugins,
            @Reference PluginCalls calls,
            @Reference FileCache cache,
            PipelineConfig config) {
        this(transactions, secrets, blobs, plugins, calls, cache, Limits.of(config), DataFolder.path());
    }

    /** @param data folder for temporary copies */
    public StoredPreviews(
            Transactions transactions,
            Secrets secrets,
            Blobs blobs,
            Plugins plugins,
            PluginCalls calls,
            FileCache cache,
            Limits limits,
            Path data) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.blobs = blobs;
        folder = data.resolve("work").resolve("previews");
        WorkFolder.delete(folder);
        var choice = new PluginChoice(plugins, calls);
        conversions = new Conversions(calls, choice, cache, limits.convert());
        open = new OpenDocuments(calls, choice, conversions, blobs, folder, limits.draw());
        pictures = new PagePictures(open, cache);
        closing.scheduleWithFixedDelay(open::closeIdle, 10, 10, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        closing.shutdown();
        open.close();
    }

    @Override
    public List<PageSize> pages(Caller caller, RecordId id) {
        return pictures.sizes(document(caller, id));
    }

    @Override
    public Content image(Caller caller, RecordId id, int page, int width) {
        return image(document(caller, id), page, width);
    }

    private Content image(StoredDocument document, int page, int width) {
        if (page < 1) {
            throw PagePictures.unknownPage(page);
        }
        boolean scanned = document.type().isImage() || isScanned(document.id(), page);
        for (int attempt = 0; ; attempt++) {
            Path image = pictures.image(document, page, width, scanned);
            try {
                long size = Files.size(image);
                boolean png = image.toString().endsWith(".png");
                return new Content(
                        document.fileName() + "-" + page + (png ? ".png" : ".jpg"),
                        png ? "image/png" : "image/jpeg",
                        size,
                        document.sha256().substring(0, 16) + "-" + page + "-" + PagePictures.step(width) + "-" + size,
                        Files.newInputStream(image));
            } catch (IOException e) {
                // The cache may have let go of it just now.
                if (attempt == 2) {
                    throw unavailable("The image can't be read at the moment; try again.", e);
                }
            }
        }
    }

    /** Draws the first page into the cache. @throws PlatformException when that can't be done */
    void drawFirst(StoredDocument document) {
        boolean scanned = document.type().isImage() || isScanned(document.id(), 1);
        pictures.image(document, 1, 800, scanned);
    }

    private boolean isScanned(RecordId id, int page) {
        return transactions
                .read(entities -> Sql.query(
                        entities,
                        "select source from page_text where record_id = ? and page = ? and part = 0",
                        row -> row.getString(1),
                        id.value(),
                        page))
                .contains(TextSource.OCR.name());
    }

    @Override
    public PageText text(Caller caller, RecordId id, int page) {
        document(caller, id);
        return transactions
                .read(entities -> PageTexts.page(entities, id.value(), page))
                .orElseThrow(() -> PagePictures.unknownPage(page));
    }

    @Override
    public List<Hit> find(Caller caller, RecordId id, String text, boolean exact) {
        document(caller, id);
        SearchText wanted = SearchText.of(text, exact);
        var hits = new ArrayList<Hit>();
        for (PageText page : transactions.read(entities -> PageTexts.all(entities, id.value()))) {
            for (SearchText.Place place : SearchText.of(page.text(), exact).find(wanted, MOST_HITS - hits.size())) {
                hits.add(new Hit(page.number(), place.start(), place.end(), page.boxes(place.start(), place.end())));
            }
            if (hits.size() >= MOST_HITS) {
                break;
            }
        }
        return List.copyOf(hits);
    }

    @Override
    public Content original(Caller caller, RecordId id) {
        RecordRow row = row(caller, id);
        try {
            return new Content(
                    row.fileName, row.mediaType, row.size, row.sha256, blobs.store().open(caller.tenant(), row.sha256));
        } catch (StorageException e) {
            throw new PlatformException(
                    Category.UNAVAILABLE, "storage.unavailable", "The original can't be read at the moment; try again.", Map.of(), e);
        }
    }

    @Override
    public Content pdf(Caller caller, RecordId id) {
        StoredDocument document = document(caller, id);
        if (document.type().equals(MediaType.PDF)) {
            return original(caller, id);
        }
        try (var work = new WorkFolder(folder)) {
            Path pdf = converted(document, work);
            long size = Files.size(pdf);
            return new Content(
                    baseName(document.fileName()) + ".pdf",
                    MediaType.PDF.value(),
                    size,
                    document.sha256().substring(0, 16) + "-pdf-" + size,
                    Files.newInputStream(pdf));
        } catch (DocumentException | PluginException | PluginMissingException e) {
            throw unavailable(String.valueOf(e.getMessage()), e);
        } catch (StorageException | IOException e) {
            throw unavailable("The file can't be read at the moment; try again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("The platform is stopping; try again.", e);
        }
    }

    private Path converted(StoredDocument document, WorkFolder work)
            throws DocumentException, PluginException, PluginMissingException, StorageException, IOException, InterruptedException {
        var kept = conversions.cached(document);
        if (kept.isPresent()) {
            return kept.get();
        }
        Path copy = work.file("source");
        blobs.copy(document.tenant(), document.sha256(), copy);
        return conversions
                .pdf(document, new SourceFile(copy, document.type(), document.fileName(), document.password()))
                .orElseThrow(() -> new PluginMissingException(document.type()));
    }

    private static String baseName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    private StoredDocument document(Caller caller, RecordId id) {
        return document(row(caller, id));
    }

    private StoredDocument document(RecordRow row) {
        try {
            return StoredDocument.of(row, secrets);
        } catch (IllegalStateException e) {
            throw unavailable("The password of the document can't be opened with the present key.", e);
        }
    }

    private RecordRow row(Caller caller, RecordId id) {
        Access.requireView(caller);
        return transactions.read(entities -> Access.find(entities, caller, id));
    }

    private static PlatformException unavailable(String message, @Nullable Throwable cause) {
        return new PlatformException(
                Category.UNAVAILABLE, "preview.unavailable", "The pages can't be shown: " + message, Map.of("reason", message), cause);
    }
}

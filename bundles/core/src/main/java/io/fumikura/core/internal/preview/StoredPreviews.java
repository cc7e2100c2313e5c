package io.fumikura.core.internal.preview;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.access.RecordAccess;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.DataFolder;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.pipeline.Conversions;
import io.fumikura.core.internal.pipeline.FileCache;
import io.fumikura.core.internal.pipeline.Limits;
import io.fumikura.core.internal.pipeline.PipelineConfig;
import io.fumikura.core.internal.pipeline.PluginChoice;
import io.fumikura.core.internal.pipeline.StoredDocument;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.core.internal.record.RecordViews;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.core.internal.storage.WorkFolder;
import io.fumikura.document.Previews;
import io.fumikura.document.RecordId;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.SearchText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Shows stored documents: checks who asks, and hands on to those who draw, search and give out. */
@Component(service = {Previews.class, StoredPreviews.class}, configurationPid = "io.fumikura.core.pipeline")
public final class StoredPreviews implements Previews {

    private final Transactions transactions;
    private final Secrets secrets;
    private final OpenDocuments open;
    private final PagePictures pictures;
    private final PageSearch texts;
    private final FilesToGive files;
    private final RecordViews views;
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
            @Reference RecordViews views,
            PipelineConfig config) {
        this(transactions, secrets, blobs, plugins, calls, cache, views, Limits.of(config), DataFolder.path());
    }

    /** @param data folder for temporary copies */
    public StoredPreviews(
            Transactions transactions,
            Secrets secrets,
            Blobs blobs,
            Plugins plugins,
            PluginCalls calls,
            FileCache cache,
            RecordViews views,
            Limits limits,
            Path data) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.views = views;
        Path folder = data.resolve("work").resolve("previews");
        WorkFolder.delete(folder);
        var choice = new PluginChoice(plugins, calls);
        var conversions = new Conversions(calls, choice, cache, limits.convert());
        open = new OpenDocuments(calls, choice, conversions, blobs, folder, limits.draw());
        pictures = new PagePictures(open, cache);
        texts = new PageSearch(transactions);
        files = new FilesToGive(blobs, conversions, folder);
        closing.scheduleWithFixedDelay(open::closeIdle, 10, 10, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        closing.shutdown();
        open.close();
    }

    @Override
    public List<PageSize> pages(Caller caller, RecordId id) {
        return pictures.sizes(document(viewed(caller, id)));
    }

    @Override
    public Content image(Caller caller, RecordId id, int page, int width) {
        return image(document(viewed(caller, id)), page, width);
    }

    private Content image(StoredDocument document, int page, int width) {
        if (page < 1) {
            throw PagePictures.unknownPage(page);
        }
        boolean scanned = document.type().isImage() || texts.isScanned(document.id(), page);
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
                    throw PagePictures.unavailable(Category.UNAVAILABLE, "The image can't be read at the moment; try again.", e);
                }
            }
        }
    }

    /** Draws the first page into the cache. @throws PlatformException when that can't be done */
    void drawFirst(StoredDocument document) {
        boolean scanned = document.type().isImage() || texts.isScanned(document.id(), 1);
        pictures.image(document, 1, 800, scanned);
    }

    @Override
    public PageText text(Caller caller, RecordId id, int page) {
        viewed(caller, id);
        return texts.page(id, page).orElseThrow(() -> PagePictures.unknownPage(page));
    }

    @Override
    public List<Hit> find(Caller caller, RecordId id, String text, boolean exact) {
        viewed(caller, id);
        return texts.find(id, SearchText.of(text, exact), exact);
    }

    @Override
    public Content original(Caller caller, RecordId id) {
        RecordRow row = row(caller, id);
        views.downloaded(caller, id, "original");
        return files.original(row);
    }

    @Override
    public Content pdf(Caller caller, RecordId id) {
        RecordRow row = row(caller, id);
        views.downloaded(caller, id, "pdf");
        return row.mediaType.equals(MediaType.PDF.value()) ? files.original(row) : files.pdf(document(row));
    }

    /** The record that the caller looks at. */
    private RecordRow viewed(Caller caller, RecordId id) {
        RecordRow row = row(caller, id);
        views.viewed(caller, id);
        return row;
    }

    private StoredDocument document(RecordRow row) {
        try {
            return StoredDocument.of(row, secrets);
        } catch (IllegalStateException e) {
            throw PagePictures.unavailable(Category.UNAVAILABLE, "The password of the document can't be opened with the present key.", e);
        }
    }

    private RecordRow row(Caller caller, RecordId id) {
        return transactions.read(entities -> RecordAccess.visible(entities, caller, id));
    }
}

package io.fumikura.core.internal.preview;

import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.pipeline.Conversions;
import io.fumikura.core.internal.pipeline.StoredDocument;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.core.internal.storage.StorageTrouble;
import io.fumikura.core.internal.storage.WorkFolder;
import io.fumikura.document.Previews.Content;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.MediaType;
import io.fumikura.document.spi.SourceFile;
import io.fumikura.storage.spi.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole files of documents: the original, and the document as PDF. */
final class FilesToGive {

    private final Blobs blobs;
    private final Conversions conversions;
    private final Path folder;

    /** @param folder for temporary copies */
    FilesToGive(Blobs blobs, Conversions conversions, Path folder) {
        this.blobs = blobs;
        this.conversions = conversions;
        this.folder = folder;
    }

    Content original(RecordRow row) {
        try {
            return new Content(
                    row.fileName, row.mediaType, row.size, row.sha256, blobs.open(new TenantId(row.tenant), row.sha256));
        } catch (StorageException e) {
            throw StorageTrouble.of(e);
        }
    }

    /** A document of another type as PDF. */
    Content pdf(StoredDocument document) {
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
            throw PagePictures.unavailable(Category.UNAVAILABLE, e.getMessage(), e);
        } catch (StorageException e) {
            throw StorageTrouble.of(e);
        } catch (IOException e) {
            throw PagePictures.unavailable(Category.UNAVAILABLE, "The file can't be read at the moment; try again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PagePictures.unavailable(Category.UNAVAILABLE, "The platform is stopping; try again.", e);
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
}

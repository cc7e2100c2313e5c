package io.fumikura.core.internal.preview;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.pipeline.FileCache;
import io.fumikura.core.internal.pipeline.OpenPages;
import io.fumikura.core.internal.pipeline.StoredDocument;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.core.internal.storage.StorageTrouble;
import io.fumikura.document.Previews.PageSize;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.spi.DocumentException.Reason;
import io.fumikura.document.spi.Renderer.ImageFormat;
import io.fumikura.document.spi.Renderer.Size;
import io.fumikura.storage.spi.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Images of pages, from the cache or drawn into it, each once even when many ask at the same time. */
final class PagePictures {

    private static final int[] WIDTHS = {200, 800, 1200, 1600, 2400};
    private static final int MOST_SIZES = 10_000;
    /** From here on a PNG is likely to hold a photograph, and JPEG is tried. */
    private static final long LARGE_PNG = 1_000_000;

    private final OpenDocuments open;
    private final FileCache cache;
    private final Map<String, ReentrantLock> drawing = new ConcurrentHashMap<>();

    PagePictures(OpenDocuments open, FileCache cache) {
        this.open = open;
        this.cache = cache;
    }

    /** @param scanned whether the page is an image itself, which JPEG suits better */
    Path image(StoredDocument document, int page, int width, boolean scanned) {
        int wide = step(width);
        String name = folder(document) + "/" + page + "-" + wide;
        Optional<Path> kept = find(name);
        if (kept.isPresent()) {
            return kept.get();
        }
        ReentrantLock lock = drawing.computeIfAbsent(name, one -> new ReentrantLock());
        lock.lock();
        try {
            Optional<Path> meanwhile = find(name);
            return meanwhile.isPresent() ? meanwhile.get() : ask(document, (pages, work) -> draw(pages, page, wide, scanned, name, work));
        } finally {
            lock.unlock();
            drawing.remove(name, lock);
        }
    }

    /** Sizes of all pages, in points. */
    List<PageSize> sizes(StoredDocument document) {
        String name = folder(document) + "/sizes";
        Optional<Path> kept = cache.find(name);
        if (kept.isPresent()) {
            try {
                return Files.readAllLines(kept.get()).stream().map(PagePictures::size).toList();
            } catch (IOException gone) {
                // Removed from the cache just now: asked again.
            }
        }
        return ask(document, (pages, work) -> {
            var sizes = new ArrayList<PageSize>();
            var lines = new ArrayList<String>();
            for (Size size : pages.sizes(MOST_SIZES)) {
                var one = new PageSize(sizes.size() + 1, size.width(), size.height());
                sizes.add(one);
                lines.add(one.page() + " " + one.width() + " " + one.height());
            }
            Path made = Files.write(work.resolve("sizes"), lines);
            cache.put(name, made);
            return sizes;
        });
    }

    private static PageSize size(String line) {
        String[] parts = line.split(" ");
        return new PageSize(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }

    private Optional<Path> find(String name) {
        Optional<Path> png = cache.find(name + ".png");
        return png.isPresent() ? png : cache.find(name + ".jpg");
    }

    private Path draw(OpenPages pages, int page, int width, boolean scanned, String name, Path work)
            throws DocumentException, PluginException, InterruptedException, IOException {
        if (page > pages.count()) {
            throw unknownPage(page);
        }
        Path jpeg = work.resolve("page.jpg");
        Path png = work.resolve("page.png");
        Files.deleteIfExists(jpeg);
        Files.deleteIfExists(png);
        if (!scanned) {
            pages.draw(page, width, ImageFormat.PNG, png);
            if (Files.size(png) <= LARGE_PNG) {
                return cache.put(name + ".png", png);
            }
        }
        pages.draw(page, width, ImageFormat.JPEG, jpeg);
        return scanned || Files.size(jpeg) < Files.size(png) ? cache.put(name + ".jpg", jpeg) : cache.put(name + ".png", png);
    }

    static PlatformException unknownPage(int page) {
        return new PlatformException(Category.NOT_FOUND, "page.unknown", "The document has no page " + page + ".");
    }

    static int step(int width) {
        for (int step : WIDTHS) {
            if (width <= step) {
                return step;
            }
        }
        return WIDTHS[WIDTHS.length - 1];
    }

    private <T> T ask(StoredDocument document, OpenDocuments.Use<T> use) {
        try {
            return open.with(document, use);
        } catch (DocumentException e) {
            throw unavailable(e.reason() == Reason.UNAVAILABLE ? Category.UNAVAILABLE : Category.REFUSED, e.getMessage(), e);
        } catch (PluginException | PluginMissingException e) {
            throw unavailable(Category.UNAVAILABLE, e.getMessage(), e);
        } catch (StorageException e) {
            throw StorageTrouble.of(e);
        } catch (IOException e) {
            throw unavailable(Category.UNAVAILABLE, "The file can't be read at the moment; try again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(Category.UNAVAILABLE, "The platform is stopping; try again.", e);
        }
    }

    static PlatformException unavailable(Category category, @Nullable String message, Throwable cause) {
        String reason = message == null ? "unknown" : message;
        return new PlatformException(
                category, "preview.unavailable", "The pages can't be shown: " + reason, Map.of("reason", reason), cause);
    }

    /** What was opened by a password is kept apart: a record of the same bytes without it must not show them. */
    private static String folder(StoredDocument document) {
        return document.tenant() + "/" + document.sha256() + (document.password().isPresent() ? "-open" : "");
    }
}

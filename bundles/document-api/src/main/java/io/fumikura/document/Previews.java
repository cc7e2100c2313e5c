package io.fumikura.document;

import io.fumikura.account.Caller;
import io.fumikura.document.text.Box;
import io.fumikura.document.text.PageText;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Pages of a record as images and text, and its files. Thread-safe. Page images are cached and can be made again.
 * Whatever needs the stored file throws {@code storage.damaged} when that is damaged or missing and has to be restored from a backup, and
 * {@code storage.unavailable} while the store is away.
 */
@ProviderType
public interface Previews {

    /**
     * Sizes of the pages in points.
     *
     * @throws io.fumikura.account.PlatformException {@code preview.unavailable} with the reason
     */
    List<PageSize> pages(Caller caller, RecordId id);

    /**
     * A page as PNG or JPEG image. Answers when it is drawn (the first time) or from the cache.
     *
     * @param page from 1
     * @param width in pixels, rounded up to one of 200, 800, 1200, 1600, 2400
     */
    Content image(Caller caller, RecordId id, int page, int width);

    /** The text of a page with its boxes. */
    PageText text(Caller caller, RecordId id, int page);

    /**
     * Places of a text in the document, in order, at most 1,000.
     *
     * @param exact without folding
     */
    List<Hit> find(Caller caller, RecordId id, String text, boolean exact);

    /** The bytes as uploaded, verified while they are read. */
    Content original(Caller caller, RecordId id);

    /** The document as PDF: the original itself, or converted. */
    Content pdf(Caller caller, RecordId id);

    /**
     * @param page from 1
     * @param width in points as displayed
     * @param height in points as displayed
     */
    record PageSize(int page, double width, double height) {}

    /**
     * A place of the text that was looked for.
     *
     * @param page from 1
     * @param start first index in the page's text
     * @param end index after the last
     * @param boxes one per line; empty where the page has no layout
     */
    record Hit(int page, int start, int end, List<Box> boxes) {

        public Hit {
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * @param size number of bytes
     * @param etag strong validator without quotes
     * @param data to be closed by the caller
     */
    record Content(String fileName, String mediaType, long size, String etag, InputStream data)
            implements AutoCloseable {

        @Override
        public void close() throws IOException {
            data.close();
        }
    }
}

package io.fumikura.document.spi;

import io.fumikura.document.text.PageText;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads a file into pages of text with positions. Of several readers for a type the one with the highest score reads; the next
 * one is tried when it answers {@link DocumentException.Reason#UNSUPPORTED}. An image is read by a reader for its media type, one
 * page at a time: pages of a PDF that hold no text are rendered by core and handed over as PNG files.
 */
@ConsumerType
public interface ContentReader {

    /** How well this reader reads the type, 1…100 (ours use 50); empty to decline. Must be quick. */
    OptionalInt score(MediaType type);

    /**
     * Reads the file's pages in order, from page 1, handing each over as soon as it is read. A page without text is handed over
     * empty. Memory use does not grow with the number of pages.
     *
     * @throws DocumentException with the reason; pages handed over before stay
     * @throws InterruptedException when the step's time is over
     */
    void read(SourceFile file, PageSink sink) throws DocumentException, InterruptedException;

    /** Takes pages from a reader. */
    @FunctionalInterface
    @ProviderType
    interface PageSink {

        /** @throws DocumentException {@link DocumentException.Reason#LIMIT} when there are too many pages; let it pass */
        void page(PageText page) throws DocumentException;
    }
}

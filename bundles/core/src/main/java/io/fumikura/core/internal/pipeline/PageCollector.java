package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.document.spi.ContentReader.PageSink;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.document.text.PageText;
import io.fumikura.document.text.TextSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the pages of a reader: checks their order and number, stores usable ones in groups, and notes those that have to be recognised. Closed
 * when the call is over, because a reader that was given up may still go on.
 */
final class PageCollector implements PageSink {

    private static final int GROUP = 16;
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final Duration FOR_A_PAGE = Duration.ofMillis(200);

    private final int most;
    private final Deadline deadline;
    private final Consumer<List<PageText>> store;
    private final List<PageText> group = new ArrayList<>();
    private final List<Integer> blank = new ArrayList<>();
    private int count;
    private boolean closed;
    private @Nullable RuntimeException ownTrouble;

    /** @param store takes pages to keep; called on the reader's thread and at {@link #finish} */
    PageCollector(int most, Deadline deadline, Consumer<List<PageText>> store) {
        this.most = most;
        this.deadline = deadline;
        this.store = store;
    }

    @Override
    public synchronized void page(PageText page) throws DocumentException {
        if (closed) {
            throw new DocumentException(DocumentException.Reason.LIMIT, "The time for reading is over.");
        }
        if (page.number() != count + 1) {
            throw new IllegalArgumentException("page " + page.number() + " came after page " + count);
        }
        if (count == most) {
            throw new DocumentException(DocumentException.Reason.LIMIT, "The document has more than " + most + " pages.");
        }
        if (page.text().length() > MOST_CHARACTERS) {
            throw new DocumentException(
                    DocumentException.Reason.LIMIT, "Page " + page.number() + " has more than " + MOST_CHARACTERS + " characters.");
        }
        count++;
        deadline.extend(FOR_A_PAGE);
        if (page.source() == TextSource.TEXT_LAYER && !Worth.isUsable(page)) {
            blank.add(page.number());
            return;
        }
        group.add(page);
        if (group.size() == GROUP) {
            flush();
        }
    }

    /** Stores what is left and takes nothing more. */
    synchronized void finish() {
        flush();
        closed = true;
    }

    /** Takes nothing more; what is not stored yet is dropped. */
    synchronized void abandon() {
        closed = true;
        group.clear();
    }

    /** Throws what went wrong with storing, which readers may have hidden. */
    synchronized void throwOwnTrouble() {
        if (ownTrouble != null) {
            throw ownTrouble;
        }
    }

    synchronized int count() {
        return count;
    }

    /** Pages without text that is worth anything. */
    synchronized List<Integer> blank() {
        return List.copyOf(blank);
    }

    private void flush() {
        if (!group.isEmpty()) {
            try {
                store.accept(List.copyOf(group));
            } catch (RuntimeException e) {
                ownTrouble = e;
                throw e;
            }
            group.clear();
        }
    }
}

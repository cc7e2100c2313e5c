package io.fumikura.core.internal.preview;

import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.pipeline.Pipeline;
import io.fumikura.core.internal.pipeline.StoredDocument;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.document.InputState;
import io.fumikura.document.RecordId;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step {@code preview}: draws the first page of what was read, so that it is there when somebody looks, and corrects whether a record can
 * be shown. Best effort, when nothing is being read: what is not drawn here is drawn when it is asked for.
 * Immediate, because it works by itself and nobody refers to it.
 */
@Component(service = FirstPages.class, immediate = true)
public final class FirstPages {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPages.class);
    private static final int MOST_WAITING = 10_000;

    private final Transactions transactions;
    private final Secrets secrets;
    private final StoredPreviews previews;
    private final Pipeline pipeline;
    private final RecordWriter writer;
    private final AutoCloseable listening;
    private final Set<RecordId> waiting = new LinkedHashSet<>();
    private final ScheduledExecutorService drawing = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "fumikura-first-pages");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public FirstPages(
            @Reference Transactions transactions,
            @Reference Secrets secrets,
            @Reference StoredPreviews previews,
            @Reference Pipeline pipeline,
            @Reference RecordWriter writer) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.previews = previews;
        this.pipeline = pipeline;
        this.writer = writer;
        listening = pipeline.onRead(this::add);
        drawing.scheduleWithFixedDelay(this::draw, 300, 300, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void close() throws Exception {
        listening.close();
        drawing.shutdown();
    }

    private void add(RecordId record) {
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING) {
                waiting.add(record);
            }
        }
    }

    private void draw() {
        try {
            while (pipeline.isIdle()) {
                Optional<RecordId> next = next();
                if (next.isEmpty()) {
                    return;
                }
                draw(next.get());
            }
        } catch (RuntimeException | Error e) {
            LOG.debug("A first page is drawn when it is asked for.", e);
        }
    }

    private Optional<RecordId> next() {
        synchronized (waiting) {
            Iterator<RecordId> first = waiting.iterator();
            if (!first.hasNext()) {
                return Optional.empty();
            }
            RecordId record = first.next();
            first.remove();
            return Optional.of(record);
        }
    }

    private void draw(RecordId id) {
        RecordRow row = transactions.read(entities -> entities.find(RecordRow.class, id.value()));
        if (row == null
                || row.state == InputState.WAITING
                || row.state == InputState.READING
                || row.state == InputState.PROTECTED) {
            return;
        }
        boolean shown;
        try {
            previews.drawFirst(StoredDocument.of(row, secrets));
            shown = true;
        } catch (PlatformException e) {
            if (e.category() == PlatformException.Category.UNAVAILABLE) {
                return;
            }
            shown = false;
        }
        if (shown != row.previewable) {
            correct(id, shown);
        }
    }

    private void correct(RecordId id, boolean shown) {
        transactions.relaxed(entities -> writer.lock(entities, id).ifPresent(record -> {
            record.previewable = shown;
            writer.announce(entities, record);
        }));
    }
}

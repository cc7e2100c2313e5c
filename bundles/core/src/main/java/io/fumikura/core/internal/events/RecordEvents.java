package io.fumikura.core.internal.events;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.TenantId;
import io.fumikura.core.internal.access.RecordAccess;
import io.fumikura.core.internal.access.Viewer;
import io.fumikura.core.internal.account.Callers;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.RecordListener;
import io.fumikura.core.internal.record.Summaries;
import io.fumikura.document.Events;
import io.fumikura.document.RecordId;
import io.fumikura.document.RecordSummary;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscribers of changes of the records that they may see. Changes of a record that follow each other quickly are told once, with its
 * latest state. A listener that throws is told nothing more.
 */
@Component(service = {Events.class, RecordListener.class})
public final class RecordEvents implements Events, RecordListener {

    private static final Logger LOG = LoggerFactory.getLogger(RecordEvents.class);
    private static final long MILLIS_TO_COLLECT = 100;
    private static final int MOST_AT_ONCE = 200;

    private final Transactions transactions;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final Set<RecordId> changed = new LinkedHashSet<>();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "fumikura-events");
        thread.setDaemon(true);
        return thread;
    });

    private record Subscriber(Caller caller, Consumer<RecordSummary> listener) {}

    private record News(Subscriber subscriber, RecordSummary record) {}

    @Activate
    public RecordEvents(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    @Deactivate
    public void close() {
        teller.shutdown();
        subscribers.clear();
    }

    @Override
    public Subscription subscribe(Caller caller, Consumer<RecordSummary> listener) {
        var subscriber = new Subscriber(caller, listener);
        subscribers.add(subscriber);
        return () -> subscribers.removeIf(one -> one == subscriber);
    }

    @Override
    public void changed(TenantId tenant, RecordId record) {
        if (subscribers.stream().noneMatch(one -> one.caller().tenant().equals(tenant))) {
            return;
        }
        synchronized (changed) {
            boolean idle = changed.isEmpty();
            changed.add(record);
            if (idle && !teller.isShutdown()) {
                teller.schedule(() -> tell(), MILLIS_TO_COLLECT, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void tell() {
        List<RecordId> now;
        synchronized (changed) {
            now = List.copyOf(changed);
            changed.clear();
        }
        try {
            for (int from = 0; from < now.size(); from += MOST_AT_ONCE) {
                tell(now.subList(from, Math.min(now.size(), from + MOST_AT_ONCE)));
            }
        } catch (PlatformException | PersistenceException e) {
            LOG.debug("Changes could not be told; the browser asks again.", e);
        }
    }

    private void tell(List<RecordId> some) {
        List<UUID> ids = some.stream().map(RecordId::value).toList();
        transactions.read(entities -> news(entities, ids)).forEach(one -> tell(one.subscriber(), one.record()));
    }

    private List<News> news(EntityManager entities, List<UUID> ids) {
        List<RecordRow> rows = entities.createQuery("select r from RecordRow r where r.id in :ids", RecordRow.class)
                .setParameter("ids", ids)
                .getResultList();
        List<RecordSummary> summaries = Summaries.of(entities, rows);
        var news = new ArrayList<News>();
        Set<UUID> tenants = rows.stream().map(row -> row.tenant).collect(Collectors.toSet());
        for (Subscriber subscriber : subscribers) {
            if (!tenants.contains(subscriber.caller().tenant().value())) {
                continue;
            }
            // A stream may be open for days.
            Callers.now(entities, subscriber.caller())
                    .filter(RecordAccess::mayView)
                    .map(caller -> new Viewer(entities, caller))
                    .ifPresent(viewer -> {
                        for (int i = 0; i < rows.size(); i++) {
                            if (viewer.sees(rows.get(i))) {
                                news.add(new News(subscriber, summaries.get(i)));
                            }
                        }
                    });
        }
        return news;
    }

    private void tell(Subscriber subscriber, RecordSummary summary) {
        try {
            subscriber.listener().accept(summary);
        } catch (RuntimeException | Error e) {
            LOG.info("A listener failed ({}) and is told nothing more.", e.getClass().getName());
            subscribers.removeIf(one -> one == subscriber);
        }
    }
}

package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.signing.spi.TimeStampException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each minute: notes outside of the database how far the logs are, and seals them daily. Immediate, because nobody asks for it. */
@Component(service = HistoryKeeper.class, immediate = true)
public final class HistoryKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryKeeper.class);

    private final Transactions transactions;
    private final Sealing sealing;
    private String trouble = "";
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var made = new Thread(work, "fumikura-history");
        made.setDaemon(true);
        return made;
    });

    @Activate
    public HistoryKeeper(@Reference Transactions transactions, @Reference Sealing sealing) {
        this.transactions = transactions;
        this.sealing = sealing;
        thread.scheduleWithFixedDelay(this::round, 5, 60, TimeUnit.SECONDS);
    }

    /** Not interrupted: that would close an embedded database's file. */
    @Deactivate
    void close() throws InterruptedException {
        thread.execute(this::round);
        thread.shutdown();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }

    private void round() {
        try {
            transactions.read(EarlierHistory::tenants).forEach(this::takeOver);
            sealing.round();
            trouble = "";
        } catch (TimeStampException | RuntimeException e) {
            tell(String.valueOf(e.getMessage()), e);
        }
    }

    /** Writing anything takes over what was there before. */
    private void takeOver(UUID tenant) {
        transactions.run(entities -> History.append(
                entities,
                new HistoryEvent(tenant, new Subject("history", tenant), Author.PLATFORM, "history.begun", List.of(), "")));
    }

    /** Once, not each minute. */
    private void tell(String message, Exception e) {
        if (!message.equals(trouble)) {
            trouble = message;
            LOG.error("The history could not be sealed, which is tried again each minute: {}", message);
            LOG.debug("Cause", e);
        }
    }
}

package io.fumikura.core.internal.history;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.history.HistoryReader.Log;
import io.fumikura.history.HistoryVerification;
import io.fumikura.signing.spi.TimeStampException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Runs verifications one after the other. What came out is an entry of the history itself. */
@Component(service = HistoryVerification.class)
public final class Verifications implements HistoryVerification {

    private final Transactions transactions;
    private final Sealing sealing;
    private final Blobs blobs;
    private final Map<UUID, VerificationRun> runs = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var made = new Thread(work, "fumikura-verification");
        made.setDaemon(true);
        return made;
    });

    @Activate
    public Verifications(@Reference Transactions transactions, @Reference Sealing sealing, @Reference Blobs blobs) {
        this.transactions = transactions;
        this.sealing = sealing;
        this.blobs = blobs;
    }

    /** Not interrupted: that would close an embedded database's file. */
    @Deactivate
    void close() throws InterruptedException {
        thread.shutdown();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    @Override
    public Report start(Caller caller, Scope scope, boolean files) {
        UUID log = log(caller, scope);
        VerificationRun[] begun = new VerificationRun[1];
        VerificationRun run = runs.compute(log, (id, present) -> {
            if (present != null && present.isRunning()) {
                return present;
            }
            begun[0] = new VerificationRun(
                    transactions, sealing, blobs, scope == Scope.ALL ? null : log, files, caller.name());
            return begun[0];
        });
        if (run == begun[0]) {
            thread.execute(() -> {
                run.run();
                record(caller, log, run.report());
            });
        }
        return run.report();
    }

    @Override
    public Optional<Report> report(Caller caller, Scope scope) {
        return Optional.ofNullable(runs.get(log(caller, scope))).map(VerificationRun::report);
    }

    @Override
    public long seal(Caller caller) {
        if (!caller.may(Permission.OPERATOR) && !caller.may(Permission.TENANT_ADMINISTRATOR)) {
            HistoryAccess.requireOperator(caller);
        }
        try {
            return sealing.seal();
        } catch (TimeStampException e) {
            throw new PlatformException(
                    Category.UNAVAILABLE,
                    "history.not-sealed",
                    "The history could not be sealed: " + e.getMessage(),
                    Map.of("reason", String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static UUID log(Caller caller, Scope scope) {
        return HistoryAccess.log(caller, scope == Scope.ALL ? Log.PLATFORM : Log.TENANT);
    }

    private void record(Caller caller, UUID log, Report report) {
        transactions.run(entities -> History.append(
                entities,
                new HistoryEvent(
                        log,
                        new Subject("history", log),
                        Author.of(caller),
                        "history.verified",
                        List.of(
                                new Change("state", "", report.state().name()),
                                new Change("entries", "", Long.toString(report.done())),
                                new Change("files", "", Long.toString(report.filesDone()))),
                        "")));
    }
}

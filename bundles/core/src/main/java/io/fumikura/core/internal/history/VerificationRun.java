package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.storage.Blobs;
import io.fumikura.history.HistoryVerification.LogReport;
import io.fumikura.history.HistoryVerification.Report;
import io.fumikura.history.HistoryVerification.Scope;
import io.fumikura.history.HistoryVerification.State;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One verification, from its start to its report. */
final class VerificationRun {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationRun.class);

    private final Transactions transactions;
    private final Sealing sealing;
    private final Blobs blobs;
    private final Scope scope;
    private final @Nullable UUID tenant;
    private final boolean files;
    private final String by;
    private final Clock clock;
    private final Instant started;
    private final Findings findings = new Findings();
    private final List<LogReport> logs = new ArrayList<>();
    private State state = State.RUNNING;
    private @Nullable Instant ended;
    private long total;
    private long before;
    private long inLog;
    private long filesDone;
    private long erased;

    /** @param tenant whose log is verified; null for all */
    VerificationRun(
            Transactions transactions, Sealing sealing, Blobs blobs, @Nullable UUID tenant, boolean files, String by) {
        this.transactions = transactions;
        this.sealing = sealing;
        this.blobs = blobs;
        this.tenant = tenant;
        this.files = files;
        this.by = by;
        scope = tenant == null ? Scope.ALL : Scope.TENANT;
        clock = sealing.clock();
        started = clock.instant();
    }

    synchronized Report report() {
        return new Report(
                state,
                scope,
                files,
                started,
                Optional.ofNullable(ended),
                by,
                before + inLog,
                total,
                filesDone,
                erased,
                logs,
                findings.list());
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    void run() {
        try {
            verify();
            end(findings.isBad() ? State.BAD : findings.isEmpty() ? State.GOOD : State.DOUBTFUL);
        } catch (RuntimeException e) {
            LOG.error("The history could not be verified: {}", e.getMessage(), e);
            findings.bad("verification.failed", "The verification could not be done: " + e.getMessage());
            end(State.FAILED);
        }
    }

    private void verify() {
        var seals = new SealCheck(transactions, sealing, findings);
        Map<UUID, List<Anchored>> anchors = seals.run();
        Map<UUID, Long> sizes = transactions.read(VerificationRun::sizes);
        Set<UUID> wanted = new TreeSet<>(Comparator.comparing(UUID::toString));
        if (tenant == null) {
            wanted.addAll(anchors.keySet());
            wanted.addAll(sizes.keySet());
        } else {
            wanted.add(tenant);
        }
        synchronized (this) {
            total = wanted.stream().mapToLong(log -> sizes.getOrDefault(log, 0L)).sum();
        }
        Map<UUID, String> names = transactions.read(VerificationRun::names);
        var fileCheck = new FileCheck(transactions, blobs, findings);
        for (UUID log : wanted) {
            var check = new LogCheck(
                    transactions, sealing.key(), log, anchors.getOrDefault(log, List.of()), findings, this::progress, (body, texts) -> {
                        if (files) {
                            fileCheck.take(body, texts);
                        }
                    });
            add(log, names.getOrDefault(log, ""), check.run());
        }
        if (files) {
            fileCheck.run(this::files);
        }
    }

    private static Map<UUID, Long> sizes(EntityManager entities) {
        var sizes = new HashMap<UUID, Long>();
        Sql.query(entities, "select log_id, entries from history_head", row -> sizes.put(row.getObject(1, UUID.class), row.getLong(2)));
        // Logs whose head is gone.
        Heads.logs(entities).forEach(log -> sizes.putIfAbsent(log, 0L));
        return sizes;
    }

    private static Map<UUID, String> names(EntityManager entities) {
        var names = new HashMap<UUID, String>();
        Sql.query(entities, "select id, name from tenant", row -> names.put(row.getObject(1, UUID.class), row.getString(2)));
        return names;
    }

    private synchronized void progress(long done) {
        inLog = done;
    }

    private synchronized void files(long done) {
        filesDone = done;
    }

    private synchronized void add(UUID log, String name, LogCheck.Result result) {
        before += result.entries();
        inLog = 0;
        erased += result.erasedTexts();
        logs.add(new LogReport(
                log.toString(),
                name,
                result.entries(),
                result.root().map(HexFormat.of()::formatHex).orElse(""),
                result.firstBad(),
                result.lastGood()));
    }

    private synchronized void end(State how) {
        ended = clock.instant();
        state = how;
    }
}

package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.PageTexts;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.document.text.PageText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/** Keeps the pages that a job reads, as long as it holds its lease, and tells its progress. One per run of a job; thread-safe. */
final class PageStore {

    private static final long NANOS_BETWEEN_REPORTS = 1_000_000_000L;
    private static final long MOST_KEPT = 200_000;

    private final Transactions transactions;
    private final RecordWriter writer;
    private final Job job;
    private final ExecutorService threads;
    private final Set<Integer> stored;
    private final List<PageText> kept = new ArrayList<>();
    private long room = MOST_KEPT;
    private long reported = System.nanoTime();
    private boolean announced;

    PageStore(Transactions transactions, RecordWriter writer, Job job, ExecutorService threads) {
        this.transactions = transactions;
        this.writer = writer;
        this.job = job;
        this.threads = threads;
        stored = new HashSet<>(transactions.read(entities -> Sql.query(
                entities,
                "select distinct page from page_text where record_id = ?",
                row -> row.getInt(1),
                job.record().value())));
    }

    /** Whether an earlier run of this job has read the page already. */
    synchronized boolean has(int page) {
        return stored.contains(page);
    }

    synchronized void put(List<PageText> pages) {
        List<PageText> fresh = pages.stream().filter(page -> !stored.contains(page.number())).toList();
        if (fresh.isEmpty()) {
            return;
        }
        onOwnThread(() -> transactions.relaxed(entities -> {
            // Everybody locks the record before its job; a retry by a user does so too.
            writer.lock(entities, job.record());
            JobTable.hold(entities, job);
            fresh.forEach(page -> PageTexts.put(entities, job.record().value(), page));
        }));
        fresh.forEach(page -> stored.add(page.number()));
        room -= fresh.stream().mapToLong(page -> page.text().length()).sum();
        if (room >= 0) {
            kept.addAll(fresh);
        } else {
            kept.clear();
        }
    }

    /** All pages of the document: those of a short one that were stored just now, otherwise out of the database. */
    synchronized List<PageText> pages() {
        return !kept.isEmpty() && kept.size() == stored.size()
                ? kept.stream().sorted(Comparator.comparingInt(PageText::number)).toList()
                : transactions.read(entities -> PageTexts.all(entities, job.record().value()));
    }

    /** Not more often than once a second. */
    synchronized void progress(double done) {
        long now = System.nanoTime();
        if (now - reported < NANOS_BETWEEN_REPORTS) {
            return;
        }
        reported = now;
        transactions.relaxed(entities -> {
            writer.lock(entities, job.record()).ifPresent(record -> {
                if (!announced) {
                    writer.announce(entities, record);
                }
                writer.progress(entities, record, done);
            });
            JobTable.hold(entities, job);
        });
        announced = true;
    }

    /** Readers' threads are interrupted when their time is over, and that in the middle of its work would close an embedded database's file. */
    private void onOwnThread(Runnable work) {
        try {
            threads.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a page was stored.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException trouble ? trouble : new IllegalStateException(e.getCause());
        }
    }
}

package io.fumikura.core.internal.pipeline;

import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.record.RecordWriter;
import io.fumikura.document.InputState;
import io.fumikura.document.RecordSummary.Reason;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one job and saves what became of it. Thread-safe. */
final class JobWork {

    private static final Logger LOG = LoggerFactory.getLogger(JobWork.class);
    private static final int MOST_ATTEMPTS = 30;

    private final Transactions transactions;
    private final RecordWriter writer;
    private final DocumentWay way;

    JobWork(Transactions transactions, RecordWriter writer, DocumentWay way) {
        this.transactions = transactions;
        this.writer = writer;
        this.way = way;
    }

    /**
     * When this returns, what became of the job is saved, or the job is free again.
     *
     * @throws LeaseLostException when somebody else has taken it over
     */
    void run(Job job) {
        try {
            begin(job);
            way.go(job);
        } catch (StepException e) {
            save(job, e);
        } catch (InterruptedException e) {
            transactions.relaxed(entities -> JobTable.release(entities, job));
        } catch (LeaseLostException e) {
            throw e;
        } catch (PlatformException e) {
            LOG.debug("Job {} is tried again.", job.id(), e);
            save(job, StepException.retry(e.code(), String.valueOf(e.getMessage()), e));
        } catch (RuntimeException | Error e) {
            LOG.warn("Job {} failed.", job.id(), e);
            save(job, StepException.retry("platform.failed", "The platform failed: " + e.getClass().getSimpleName() + ".", e));
        }
    }

    /** A transaction of its own: everybody locks a record before its job. */
    private void begin(Job job) {
        transactions.relaxed(entities -> writer.lock(entities, job.record())
                .ifPresent(record -> writer.reading(entities, record)));
    }

    private void save(Job job, StepException e) {
        boolean again = e.outcome() == StepException.Outcome.RETRY && job.attempts() < MOST_ATTEMPTS;
        transactions.run(entities -> {
            Optional<RecordRow> record = writer.lock(entities, job.record());
            InputState state = switch (e.outcome()) {
                case WAIT -> {
                    JobTable.waiting(entities, job, e.code(), e.message());
                    yield InputState.WAITING;
                }
                case PROTECTED -> {
                    JobTable.parked(entities, job, e.code(), e.message());
                    yield InputState.PROTECTED;
                }
                case RETRY, FAILED -> {
                    if (again) {
                        JobTable.retry(entities, job, pauseAfter(job.attempts()), e.code(), e.message());
                    } else {
                        JobTable.parked(entities, job, e.code(), e.message());
                    }
                    yield again ? InputState.WAITING : InputState.FAILED;
                }
            };
            record.ifPresent(row -> writer.state(entities, row, state, 0, new Reason(e.code(), e.message())));
        });
    }

    /** 1, 4, 16, 64, then 300 seconds. */
    private static Duration pauseAfter(int attempts) {
        return Duration.ofSeconds(attempts >= 4 ? 300 : 1L << (2 * attempts));
    }
}

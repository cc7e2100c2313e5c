package io.fumikura.core.internal.pipeline;

import io.fumikura.account.TenantId;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.pipeline.Job.Step;
import io.fumikura.document.RecordId;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The table of jobs: one row per record that has something to be done. A row is claimed by a conditional update, which is the same on every
 * database; who claimed it holds its lease and must hold it still when writing. Called inside of transactions. States: QUEUED, RUNNING,
 * WAITING (for a plugin), PARKED (failed or protected). A job that is done is deleted.
 */
final class JobTable {

    static final Duration LEASE = Duration.ofSeconds(60);

    private final String node;
    private final String owner;
    private final AtomicLong claims = new AtomicLong();

    /** @param node the same after each start of this installation, so that it takes over its own jobs at once after a crash */
    JobTable(String node) {
        this.node = node;
        owner = node + ":" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** To the microsecond, as databases keep it: a job queued now must be due now. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Queues the record's job from the start, whatever it did before. */
    static void enqueue(EntityManager entities, TenantId tenant, RecordId record) {
        int changed = Sql.update(
                entities,
                "update job set state = 'QUEUED', step = 'READ', attempts = 0, run_after = ?, lease_owner = null, lease_until = null,"
                        + " reason_code = null, reason_message = null, waiting_for = null where record_id = ?",
                now(),
                record.value());
        if (changed == 0) {
            insert(entities, tenant, record, Step.READ);
        }
    }

    /** Queues the extraction from stored pages, unless the record has a job, which comes to the extraction by itself. Lock the record first. */
    static void enqueueExtraction(EntityManager entities, TenantId tenant, RecordId record) {
        boolean busy = !Sql.query(entities, "select 1 from job where record_id = ?", row -> true, record.value()).isEmpty();
        if (!busy) {
            insert(entities, tenant, record, Step.EXTRACT);
        }
    }

    private static void insert(EntityManager entities, TenantId tenant, RecordId record, Step step) {
        Sql.update(
                entities,
                "insert into job (id, tenant_id, record_id, step, state, attempts, run_after, created, lock_version)"
                        + " values (?, ?, ?, ?, 'QUEUED', 0, ?, ?, 0)",
                UUID.randomUUID(),
                tenant.value(),
                record.value(),
                step.name(),
                now(),
                now());
    }

    /** Claims up to {@code most} jobs that are due; what another node has worked on since it was read is left for the next claim. */
    List<Job> claim(EntityManager entities, int most) {
        List<Job> due = Sql.query(
                entities,
                "select id, tenant_id, record_id, step, attempts from job where state = 'QUEUED' and run_after <= ?"
                        + " order by state, run_after fetch first " + most + " rows only",
                row -> new Job(
                        row.getObject(1, UUID.class),
                        new TenantId(row.getObject(2, UUID.class)),
                        new RecordId(row.getObject(3, UUID.class)),
                        Step.valueOf(row.getString(4)),
                        row.getInt(5),
                        owner + ":" + claims.incrementAndGet()),
                now());
        var claimed = new ArrayList<Job>();
        for (Job job : due) {
            int changed = Sql.update(
                    entities,
                    "update job set state = 'RUNNING', lease_owner = ?, lease_until = ?"
                            + " where id = ? and state = 'QUEUED' and run_after <= ? and step = ? and attempts = ?",
                    job.lease(),
                    now().plus(LEASE),
                    job.id(),
                    now(),
                    job.step().name(),
                    job.attempts());
            if (changed == 1) {
                claimed.add(job);
            }
        }
        return claimed;
    }

    /** Queues jobs whose worker has not been heard of. */
    int takeOverExpired(EntityManager entities) {
        return Sql.update(
                entities,
                "update job set state = 'QUEUED', run_after = ?, lease_owner = null where state = 'RUNNING' and lease_until < ?",
                now(),
                now());
    }

    /** Queues jobs that an earlier start of this node left behind, and those that waited for a plugin. */
    int takeOverOwn(EntityManager entities) {
        requeueWaiting(entities);
        return Sql.update(
                entities,
                "update job set state = 'QUEUED', run_after = ?, lease_owner = null where state = 'RUNNING' and lease_owner like ?"
                        + " and lease_owner not like ?",
                now(),
                node + ":%",
                owner + ":%");
    }

    static int requeueWaiting(EntityManager entities) {
        return Sql.update(
                entities,
                "update job set state = 'QUEUED', run_after = ?, waiting_for = null where state = 'WAITING'",
                now());
    }

    /** Keeps a job of this node that is still running; one that was lost is left alone. */
    void renew(EntityManager entities, Job job) {
        Sql.update(
                entities,
                "update job set lease_until = ? where id = ? and lease_owner = ?",
                now().plus(LEASE),
                job.id(),
                job.lease());
    }

    /** Holds the lease on; to be called in each transaction in which the worker writes. */
    static void hold(EntityManager entities, Job job) {
        holding(Sql.update(
                entities,
                "update job set lease_until = ? where id = ? and lease_owner = ?",
                now().plus(LEASE),
                job.id(),
                job.lease()));
    }

    static void reached(EntityManager entities, Job job, Step step) {
        holding(Sql.update(
                entities, "update job set step = ? where id = ? and lease_owner = ?", step.name(), job.id(), job.lease()));
    }

    static void done(EntityManager entities, Job job) {
        holding(Sql.update(entities, "delete from job where id = ? and lease_owner = ?", job.id(), job.lease()));
    }

    static void retry(EntityManager entities, Job job, Duration pause, String code, String message) {
        leave(entities, job, "QUEUED", job.attempts() + 1, now().plus(pause), code, message, null);
    }

    static void waiting(EntityManager entities, Job job, String code, String message) {
        leave(entities, job, "WAITING", job.attempts(), now(), code, message, message);
    }

    static void parked(EntityManager entities, Job job, String code, String message) {
        leave(entities, job, "PARKED", job.attempts() + 1, now(), code, message, null);
    }

    /** Gives the job back as it was. */
    static void release(EntityManager entities, Job job) {
        Sql.update(
                entities,
                "update job set state = 'QUEUED', lease_owner = null where id = ? and lease_owner = ?",
                job.id(),
                job.lease());
    }

    private static void leave(
            EntityManager entities,
            Job job,
            String state,
            int attempts,
            Instant runAfter,
            String code,
            String message,
            @org.jspecify.annotations.Nullable String waitingFor) {
        holding(Sql.update(
                entities,
                "update job set state = ?, attempts = ?, run_after = ?, lease_owner = null, lease_until = null, reason_code = ?,"
                        + " reason_message = ?, waiting_for = ? where id = ? and lease_owner = ?",
                state,
                attempts,
                runAfter,
                code,
                cut(message, 2000),
                waitingFor == null ? null : cut(waitingFor, 200),
                job.id(),
                job.lease()));
    }

    private static void holding(int changed) {
        if (changed != 1) {
            throw new LeaseLostException();
        }
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}

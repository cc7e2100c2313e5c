package io.fumikura.core.internal.pipeline;

import io.fumikura.account.TenantId;
import io.fumikura.document.RecordId;
import java.util.UUID;

/**
 * A job that this node has claimed.
 *
 * @param step where to go on
 * @param attempts that failed before
 * @param lease unlike that of any other claim; who holds it may write
 */
record Job(UUID id, TenantId tenant, RecordId record, Step step, int attempts, String lease) {

    /** Steps between which a job is safe in the database. */
    enum Step {
        READ,
        EXTRACT
    }
}

package io.fumikura.core.internal.persistence;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** What a transaction gathers while it works and carries out just before its commit, after everything else was flushed. */
@FunctionalInterface
public interface BeforeCommit {

    /** When this throws, the transaction rolls back. */
    void run(EntityManager entities, Secrets secrets, Clock clock);
}

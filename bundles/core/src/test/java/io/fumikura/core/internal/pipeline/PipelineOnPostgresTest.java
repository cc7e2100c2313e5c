package io.fumikura.core.internal.pipeline;

import io.fumikura.core.internal.persistence.TestDatabase;

/** The same on PostgreSQL; skipped by name where it is not installed. */
class PipelineOnPostgresTest extends PipelineTest {

    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}

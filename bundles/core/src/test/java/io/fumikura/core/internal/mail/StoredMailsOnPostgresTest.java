package io.fumikura.core.internal.mail;

import io.fumikura.core.internal.persistence.TestDatabase;

/** The same on PostgreSQL; skipped by name where it is not installed. */
class StoredMailsOnPostgresTest extends StoredMailsTest {

    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}

package io.fumikura.core.internal.mail;

import io.fumikura.core.internal.persistence.TestDatabase;

/** The same on PostgreSQL; skipped by name where it is not installed. */
class MailSenderOnPostgresTest extends MailSenderTest {

    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}

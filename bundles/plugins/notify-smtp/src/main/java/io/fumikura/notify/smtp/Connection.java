package io.fumikura.notify.smtp;

import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An open connection, used by one thread at a time.
 *
 * @param left how many mails it may still take: servers do not like endless ones
 */
record Connection(Session session, SMTPTransport transport, int left) {}

package io.fumikura.mail;

import java.util.Optional;

/**
 * Which mails, newest first.
 *
 * @param recipient part of the address; empty for all
 * @param cursor from {@link MailPage#next()}
 * @param limit 1 to 200
 */
public record MailQuery(Optional<MailState> state, String recipient, Optional<String> cursor, int limit) {}

package io.fumikura.mail;

import io.fumikura.account.TenantId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail without its text.
 *
 * @param tenant of whom it tells; empty for a mail of the platform itself
 * @param tenantName empty text without a tenant
 * @param template kind of mail, e.g. {@code password-reset}
 * @param attempts that failed since it was put or sent again
 * @param reason English, why it was not taken the last time; empty when that did not happen
 * @param next when it is tried next; only while it waits
 * @param sent when a mail server took it
 * @param secret whether the text holds a password or a one-time link
 */
public record Mail(
        UUID id,
        Optional<TenantId> tenant,
        String tenantName,
        String to,
        Locale language,
        String template,
        String subject,
        MailState state,
        int attempts,
        Optional<String> reason,
        Instant created,
        Optional<Instant> next,
        Optional<Instant> sent,
        boolean secret) {}

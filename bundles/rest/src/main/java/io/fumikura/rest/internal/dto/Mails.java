package io.fumikura.rest.internal.dto;

import io.fumikura.mail.Mail;
import io.fumikura.mail.MailDetail;
import io.fumikura.mail.MailDetail.TextState;
import io.fumikura.mail.MailPage;
import io.fumikura.mail.MailState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mails that the platform sends. */
public final class Mails {

    private Mails() {}

    /**
     * @param tenant name of the company; null for a mail of the platform itself
     * @param next when it is tried next; only while it waits
     */
    public record MailDto(
            String id,
            @Nullable String tenant,
            String to,
            String language,
            String template,
            String subject,
            MailState state,
            int attempts,
            @Nullable String reason,
            Instant created,
            @Nullable Instant next,
            @Nullable Instant sent,
            boolean secret) {

        public static MailDto of(Mail mail) {
            return new MailDto(
                    mail.id().toString(),
                    mail.tenant().map(tenant -> mail.tenantName()).orElse(null),
                    mail.to(),
                    mail.language().getLanguage(),
                    mail.template(),
                    mail.subject(),
                    mail.state(),
                    mail.attempts(),
                    mail.reason().orElse(null),
                    mail.created(),
                    mail.next().orElse(null),
                    mail.sent().orElse(null),
                    mail.secret());
        }
    }

    /**
     * @param counts by state, without those that were sent
     * @param notifier where mails go; null while none is installed
     * @param trouble why no mail can be sent at the moment
     */
    public record MailsDto(
            List<MailDto> mails,
            @Nullable String next,
            Map<MailState, Long> counts,
            @Nullable String notifier,
            @Nullable String trouble) {

        public static MailsDto of(MailPage page) {
            return new MailsDto(
                    page.mails().stream().map(MailDto::of).toList(),
                    page.next().orElse(null),
                    page.counts(),
                    page.notifier().orElse(null),
                    page.trouble().orElse(null));
        }
    }

    /** @param text null unless the state is SHOWN */
    public record MailTextDto(MailDto mail, TextState textState, @Nullable String text) {

        public static MailTextDto of(MailDetail detail) {
            return new MailTextDto(
                    MailDto.of(detail.mail()), detail.textState(), detail.text().orElse(null));
        }
    }
}

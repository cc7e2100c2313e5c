package io.fumikura.core.internal.account;

import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.mail.MailDraft;
import io.fumikura.core.internal.mail.Mails;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails about passwords. */
@Component(service = PasswordNotices.class)
public final class PasswordNotices {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordNotices.class);

    private final Mails mails;
    private final PublicUrl url;

    @Activate
    public PasswordNotices(@Reference Mails mails, @Reference PublicUrl url) {
        this.mails = mails;
        this.url = url;
    }

    /** Sends the link for a new password. It stands behind a #, which browsers send to no server. */
    void link(EntityManager entities, UserRow user, String token, Instant expires) {
        String link = url.link("/reset#" + token);
        put(entities, user, "password-reset", Map.of("name", user.name, "link", link, "expires", time(entities, user, expires)), true);
    }

    /** Tells a user that the password was changed, so that it is noticed when it was somebody else. */
    void changed(EntityManager entities, UserRow user, Instant at) {
        String link = url.link("/forgot");
        put(entities, user, "password-changed", Map.of("name", user.name, "link", link, "time", time(entities, user, at)), false);
    }

    private void put(EntityManager entities, UserRow user, String template, Map<String, String> values, boolean secret) {
        try {
            mails.put(entities, new MailDraft(user.tenant, user.mail, Callers.language(user), template, values, secret));
        } catch (PlatformException noAddress) {
            LOG.warn("The user {} gets no mail {}: {}", user.loginId, template, noAddress.getMessage());
        }
    }

    static String time(EntityManager entities, UserRow user, Instant instant) {
        ZoneId zone = ZoneId.of(entities.find(TenantRow.class, user.tenant).timeZone);
        boolean english = Callers.language(user).equals(Locale.ENGLISH);
        return DateTimeFormatter.ofPattern(english ? "yyyy-MM-dd HH:mm (zzz)" : "yyyy/MM/dd HH:mm", Locale.ENGLISH)
                .format(instant.atZone(zone));
    }
}

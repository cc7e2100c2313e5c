package io.fumikura.core.internal.account;

import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.mail.MailDraft;
import io.fumikura.core.internal.mail.Mails;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.model.UserRow;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails about second factors. */
@Component(service = FactorNotices.class)
public final class FactorNotices {

    private static final Logger LOG = LoggerFactory.getLogger(FactorNotices.class);

    private final Mails mails;
    private final PublicUrl url;
    private final Clock clock;

    @Activate
    public FactorNotices(@Reference Mails mails, @Reference PublicUrl url) {
        this(mails, url, Clock.systemUTC());
    }

    FactorNotices(Mails mails, PublicUrl url, Clock clock) {
        this.mails = mails;
        this.url = url;
        this.clock = clock;
    }

    /** Tells a user that an administrator removed all factors, so that it is noticed when nobody asked for it. */
    void removed(EntityManager entities, UserRow user, String by) {
        var values = Map.of(
                "name", user.name,
                "by", by,
                "time", PasswordNotices.time(entities, user, clock.instant()),
                "link", url.link("/settings/security"));
        try {
            mails.put(entities, new MailDraft(user.tenant, user.mail, Callers.language(user), "factors-removed", values, false));
        } catch (PlatformException noAddress) {
            LOG.warn("The user {} gets no mail about removed factors: {}", user.loginId, noAddress.getMessage());
        }
    }
}

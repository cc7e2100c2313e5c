package io.fumikura.core.internal.account;

import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.mail.MailDraft;
import io.fumikura.core.internal.mail.Mails;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.model.UserRow;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Locale;
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

    /** Tells a user that there is an authenticator app, so that it is noticed when it is somebody else's. */
    void appAdded(EntityManager entities, UserRow user) {
        changed(entities, user, "factor-added", app(user));
    }

    /** Tells a user that the authenticator app is gone. */
    void appRemoved(EntityManager entities, UserRow user) {
        changed(entities, user, "factor-removed", app(user));
    }

    /** Tells a user that there is another passkey. */
    void passkeyAdded(EntityManager entities, UserRow user, String passkey) {
        changed(entities, user, "factor-added", passkey(user, passkey));
    }

    /** Tells a user that a passkey is gone. */
    void passkeyRemoved(EntityManager entities, UserRow user, String passkey) {
        changed(entities, user, "factor-removed", passkey(user, passkey));
    }

    private static String app(UserRow user) {
        return isEnglish(user) ? "Authenticator app" : "認証アプリ";
    }

    private static String passkey(UserRow user, String name) {
        return isEnglish(user) ? "Passkey \"" + name + "\"" : "パスキー「" + name + "」";
    }

    private static boolean isEnglish(UserRow user) {
        return Callers.language(user).equals(Locale.ENGLISH);
    }

    private void changed(EntityManager entities, UserRow user, String template, String factor) {
        put(entities, user, template, Map.of(
                "name", user.name,
                "factor", factor,
                "time", PasswordNotices.time(entities, user, clock.instant()),
                "link", url.link("/settings/security")));
    }

    /** Tells a user that an administrator removed all factors, so that it is noticed when nobody asked for it. */
    void removed(EntityManager entities, UserRow user, String by) {
        put(entities, user, "factors-removed", Map.of(
                "name", user.name,
                "by", by,
                "time", PasswordNotices.time(entities, user, clock.instant()),
                "link", url.link("/settings/security")));
    }

    private void put(EntityManager entities, UserRow user, String template, Map<String, String> values) {
        try {
            mails.put(entities, new MailDraft(user.tenant, user.mail, Callers.language(user), template, values, false));
        } catch (PlatformException noAddress) {
            LOG.warn("The user {} gets no mail {}: {}", user.loginId, template, noAddress.getMessage());
        }
    }
}

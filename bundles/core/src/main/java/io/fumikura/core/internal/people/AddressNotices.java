package io.fumikura.core.internal.people;

import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.mail.MailAddress;
import io.fumikura.core.internal.mail.MailDraft;
import io.fumikura.core.internal.mail.Mails;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.model.UserRow;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails about mail addresses, put into the queue in the present transaction. */
@Component(service = AddressNotices.class)
public final class AddressNotices {

    private static final Logger LOG = LoggerFactory.getLogger(AddressNotices.class);

    private final Mails mails;
    private final PublicUrl url;

    @Activate
    public AddressNotices(@Reference Mails mails, @Reference PublicUrl url) {
        this.mails = mails;
        this.url = url;
    }

    /** Sends the link to the new address. Its secret stands behind a #, which browsers send to no server. */
    void link(EntityManager entities, UserRow user, MailAddress wanted, String secret) {
        var values = Map.of("name", user.name, "link", url.link("/mail-confirmation#" + secret));
        put(entities, user, wanted.value(), "mail-change", values, true);
    }

    /** Tells the address that was left, so that it is noticed when it was somebody else. The new one stays untold: who reads the old mails may not know it. */
    void left(EntityManager entities, UserRow user, String address) {
        try {
            put(entities, user, address, "mail-changed", Map.of("name", user.name, "loginId", user.loginId), false);
        } catch (PlatformException noAddress) {
            LOG.warn("The former address of user {} gets no mail: {}", user.loginId, noAddress.getMessage());
        }
    }

    private void put(
            EntityManager entities, UserRow user, String address, String template, Map<String, String> values, boolean secret) {
        mails.put(entities, new MailDraft(user.tenant, address, Locale.forLanguageTag(user.language), template, values, secret));
    }
}

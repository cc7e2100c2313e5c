package io.fumikura.core.internal.people;

import io.fumikura.core.internal.account.OpenLinks;
import io.fumikura.core.internal.account.PasswordHash;
import io.fumikura.core.internal.account.Tokens;
import io.fumikura.core.internal.mail.MailDraft;
import io.fumikura.core.internal.mail.Mails;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Passwords for the first sign-in: random, mailed apart from the user ID, to be changed at once, good for seven days. */
@Component(service = InitialPasswords.class)
public final class InitialPasswords {

    private static final int LENGTH = 16;
    private static final Duration GOOD = Duration.ofDays(7);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm (zzz)", Locale.ENGLISH);

    private final Mails mails;
    private final PublicUrl address;
    private final Clock clock;

    @Activate
    public InitialPasswords(@Reference Mails mails, @Reference PublicUrl address) {
        this(mails, address, Clock.systemUTC());
    }

    InitialPasswords(Mails mails, PublicUrl address, Clock clock) {
        this.mails = mails;
        this.address = address;
        this.clock = clock;
    }

    /** A password with its hash, which takes its time: made before the transaction. */
    record Fresh(String password, String hash) {

        /** Without the secret, so that it does not end in a log. */
        @Override
        public String toString() {
            return "initial password";
        }
    }

    Fresh make() {
        String password = Tokens.randomPassword(LENGTH);
        return new Fresh(password, PasswordHash.of(password));
    }

    /** Gives a user the password and mails it. */
    void issue(EntityManager entities, TenantRow tenant, UserRow user, Fresh fresh) {
        Instant expires = clock.instant().plus(GOOD).truncatedTo(ChronoUnit.MICROS);
        OpenLinks.end(entities, user.id);
        user.passwordHash = fresh.hash();
        user.mustChangePassword = true;
        user.initialExpires = expires;
        user.failures = 0;
        user.lockedUntil = null;
        var values = Map.of(
                "name", user.name,
                "password", fresh.password(),
                "expires", TIME.withZone(ZoneId.of(tenant.timeZone)).format(expires));
        mails.put(entities, new MailDraft(tenant.id, user.mail, language(user), "initial-password", values, true));
    }

    /** Tells a user that he is registered, and under which user ID. */
    void welcome(EntityManager entities, TenantRow tenant, UserRow user) {
        var values = Map.of(
                "company", tenant.name, "name", user.name, "loginId", user.loginId, "link", address.link("/signin"));
        mails.put(entities, new MailDraft(tenant.id, user.mail, language(user), "user-registered", values, false));
    }

    private static Locale language(UserRow user) {
        return Locale.forLanguageTag(user.language);
    }
}

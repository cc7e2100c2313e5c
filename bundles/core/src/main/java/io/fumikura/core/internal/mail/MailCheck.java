package io.fumikura.core.internal.mail;

import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.health.spi.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether mails go. Everything else works without, so it is never more than a warning. */
@Component
public final class MailCheck implements HealthCheck {

    private final Transactions transactions;
    private final MailSender sender;
    private final PublicUrl url;

    @Activate
    public MailCheck(@Reference Transactions transactions, @Reference MailSender sender, @Reference PublicUrl url) {
        this.transactions = transactions;
        this.sender = sender;
        this.url = url;
    }

    @Override
    public String part() {
        return "mail";
    }

    @Override
    public Health check() {
        long waiting = count("QUEUED");
        var destination = sender.destination();
        if (destination.isEmpty()) {
            return Health.warning("No notifier is set up, so mails wait (" + waiting + " now) and can be read at " + page()
                    + ". For SMTP write etc/io.fumikura.notify.smtp.cfg.");
        }
        if (sender.trouble().isPresent()) {
            return Health.warning("Mails wait (" + waiting + " now): " + sender.trouble().get());
        }
        long parked = count("PARKED");
        if (parked > 0) {
            return Health.warning(parked + " mails were put aside; see " + page() + " for the reasons.");
        }
        return Health.ok("Mails go to " + destination.get() + "; " + waiting + " wait.");
    }

    private String page() {
        return url.link("/admin/mails");
    }

    private long count(String state) {
        return transactions.read(entities ->
                Sql.query(entities, "select count(*) from mail where state = ?", row -> row.getLong(1), state).get(0));
    }
}

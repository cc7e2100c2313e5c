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

    /** Everybody may read it, so it names no mail server and none of its words. */
    @Override
    public Health check() {
        long waiting = count("QUEUED");
        if (sender.destination().isEmpty()) {
            return Health.warning(
                    "No mail server is set up; mails wait (" + waiting + " now) and can be read at " + page()
                            + ". Write etc/io.fumikura.notify.smtp.cfg.",
                    "メールサーバーが設定されていません。メールは待機しており（現在 " + waiting + "件）、" + page()
                            + " で読めます。etc/io.fumikura.notify.smtp.cfg を設定してください。");
        }
        if (sender.trouble().isPresent()) {
            return Health.warning(
                    "Mails can't be sent; they wait (" + waiting + " now). " + page() + " tells why.",
                    "メールを送信できず、待機しています（現在 " + waiting + "件）。理由は " + page() + " をご覧ください。");
        }
        long parked = count("PARKED");
        if (parked > 0) {
            return Health.warning(
                    parked + " mails were put aside; " + page() + " tells why.",
                    "保留になったメールが " + parked + "件あります。理由は " + page() + " をご覧ください。");
        }
        return Health.ok("Mails are sent; " + waiting + " wait.");
    }

    private String page() {
        return url.link("/admin/mails");
    }

    private long count(String state) {
        return transactions.read(entities ->
                Sql.query(entities, "select count(*) from mail where state = ?", row -> row.getLong(1), state).get(0));
    }
}

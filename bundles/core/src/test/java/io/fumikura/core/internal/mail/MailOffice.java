package io.fumikura.core.internal.mail;

import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.Plugins;
import io.fumikura.notify.spi.Notifier;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One node's mails: everything that takes part, put together as in the platform, with short pauses. */
final class MailOffice implements AutoCloseable {

    final Transactions transactions;
    final Mails mails;
    final Plugins plugins = new Plugins();
    final MailSender sender;
    final StoredMails stored;

    MailOffice(Transactions transactions, Secrets secrets, String node, Pauses outage, Pauses delays, Duration giveUp) {
        this.transactions = transactions;
        mails = new Mails(transactions, secrets);
        sender = new MailSender(transactions, secrets, plugins, mails, node, 2, new MailTimes(outage, delays, giveUp, Duration.ofDays(366)));
        stored = new StoredMails(transactions, secrets, sender, mails);
    }

    static MailOffice quick(Transactions transactions, Secrets secrets) {
        var moment = new Pauses(Duration.ofMillis(1), Duration.ofMillis(20));
        return new MailOffice(transactions, secrets, "node", moment, moment, Duration.ofDays(5));
    }

    MailOffice with(Notifier notifier) {
        plugins.notifiers().add(notifier, Plugin.of("test", notifier));
        return this;
    }

    UUID put(@Nullable UUID tenant, String to, boolean secret) {
        var draft = new MailDraft(
                tenant, to, Locale.JAPANESE, "initial-password", Map.of("name", "佐倉", "password", "pass-1", "expires", "明日"), secret);
        return transactions.required(entities -> mails.put(entities, draft));
    }

    long count(String state) {
        return transactions.read(entities ->
                Sql.query(entities, "select count(*) from mail where state = ?", row -> row.getLong(1), state).get(0));
    }

    String value(UUID mail, String column) {
        return transactions.read(entities ->
                Sql.query(entities, "select " + column + " from mail where id = ?", row -> row.getString(1), mail).get(0));
    }

    /** Actions on a mail that stand in the history, in order. */
    List<String> history(UUID mail) {
        return transactions.read(entities -> Sql.query(
                entities,
                "select action from history_entry where subject_type = 'mail' and subject_id = ? order by sequence",
                row -> row.getString(1),
                mail));
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come to that within a minute.");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() throws Exception {
        sender.close();
    }
}

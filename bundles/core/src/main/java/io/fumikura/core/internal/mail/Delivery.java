package io.fumikura.core.internal.mail;

import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plugin.Deadline;
import io.fumikura.core.internal.plugin.Plugin;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.PluginException;
import io.fumikura.document.spi.DocumentException;
import io.fumikura.notify.spi.Message;
import io.fumikura.notify.spi.Notifier;
import io.fumikura.notify.spi.NotifierException;
import io.fumikura.notify.spi.NotifierException.Sort;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands one claimed mail over and saves what became of it. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final Secrets secrets;
    private final PluginCalls calls;
    private final Outage outage;
    private final MailTimes times;

    Delivery(Transactions transactions, Secrets secrets, PluginCalls calls, Outage outage, MailTimes times) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.calls = calls;
        this.outage = outage;
        this.times = times;
    }

    void send(ClaimedMail mail, Plugin<Notifier> notifier) {
        Message message;
        try {
            message = mail.open(secrets);
        } catch (IllegalStateException | IllegalArgumentException e) {
            park(mail, "The mail can't be read from the database: " + reason(e));
            return;
        }
        try {
            Optional<NotifierException> failure = calls.call(notifier, Deadline.in(LIMIT), service -> hand(service, message));
            if (failure.isPresent()) {
                failed(mail, failure.get());
            } else {
                sent(mail);
            }
        } catch (PluginException e) {
            if (e.sort() == PluginException.Sort.GONE) {
                release(mail);
            } else {
                failed(mail, new NotifierException(Sort.DELAYED, reason(e), e));
            }
        } catch (DocumentException e) {
            failed(mail, new NotifierException(Sort.DELAYED, reason(e), e));
        } catch (InterruptedException e) {
            release(mail);
        }
    }

    private static Optional<NotifierException> hand(Notifier notifier, Message message) throws InterruptedException {
        try {
            notifier.send(message);
            return Optional.empty();
        } catch (NotifierException e) {
            return Optional.of(e);
        }
    }

    private void sent(ClaimedMail mail) {
        outage.reason().ifPresent(reason -> LOG.info("Mails can be sent again."));
        outage.over();
        transactions.run(entities -> {
            if (MailTable.sent(entities, mail)) {
                MailHistory.append(entities, mail.tenant(), mail.id(), Author.PLATFORM, "sent", mail.to(), "");
            } else {
                LOG.info("Mail {} was sent by somebody else, too.", mail.id());
            }
        });
    }

    private void failed(ClaimedMail mail, NotifierException failure) {
        String reason = reason(failure);
        boolean tooOld = mail.firstTried().plus(times.giveUp()).isBefore(MailTable.now());
        if (failure.sort() == Sort.UNREACHABLE) {
            if (outage.reason().isEmpty()) {
                LOG.warn("Mails can't be sent; they wait, and it is tried again. {}", reason);
            }
            outage.failed(reason);
        } else {
            outage.over();
        }
        if (failure.sort() == Sort.REFUSED) {
            park(mail, reason);
        } else if (tooOld) {
            park(mail, "Given up after " + times.giveUp().toDays() + " days: " + reason);
        } else if (failure.sort() == Sort.UNREACHABLE) {
            transactions.run(entities -> MailTable.unreachable(entities, mail, reason));
        } else {
            transactions.run(entities -> MailTable.delayed(entities, mail, times.delay().after(mail.attempts()), reason));
        }
    }

    private void park(ClaimedMail mail, String reason) {
        LOG.warn("Mail {} is put aside; its reason is shown in the list of mails.", mail.id());
        transactions.run(entities -> {
            if (MailTable.parked(entities, mail, reason)) {
                MailHistory.append(entities, mail.tenant(), mail.id(), Author.PLATFORM, "parked", mail.to(), reason);
            }
        });
    }

    private void release(ClaimedMail mail) {
        transactions.relaxed(entities -> MailTable.release(entities, mail));
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}

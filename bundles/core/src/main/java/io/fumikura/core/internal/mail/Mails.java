package io.fumikura.core.internal.mail;

import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where every part of core puts its mails. A mail exists if and only if the transaction that put it is committed. */
@Component(service = Mails.class)
public final class Mails {

    private final Transactions transactions;
    private final Secrets secrets;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public Mails(@Reference Transactions transactions, @Reference Secrets secrets) {
        this.transactions = transactions;
        this.secrets = secrets;
    }

    /**
     * Puts a mail in the present transaction; it is sent soon after the commit.
     *
     * @return its identity
     * @throws PlatformException {@code mail.address} when the recipient's address is none
     * @throws IllegalArgumentException when the template is unknown or the values are not those that it asks for
     */
    public UUID put(EntityManager entities, MailDraft draft) {
        MailAddress to = MailAddress.of(draft.to());
        MailText text = Template.of(draft.template(), draft.language()).fill(draft.values());
        UUID id = UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Sql.update(
                entities,
                "insert into mail (id, tenant_id, recipient, mail_language, template, subject_encrypted, text_encrypted, secret, state,"
                        + " attempts, resends, run_after, created) values (?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', 0, 0, ?, ?)",
                id,
                draft.tenant(),
                to.value(),
                draft.language().getLanguage().equals("en") ? "en" : "ja",
                draft.template(),
                secrets.encrypt(text.subject(), context(id)),
                secrets.encrypt(text.text(), context(id)),
                draft.secret(),
                now,
                now);
        transactions.afterCommit(() -> listeners.forEach(Runnable::run));
        return id;
    }

    /** Calls the listener, which must be quick, whenever a mail was put. */
    AutoCloseable onPut(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** What the texts of a mail are sealed with. */
    static String context(UUID mail) {
        return "mail:" + mail;
    }
}

package io.fumikura.core.internal.mail;

import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the history tells of mails: to whom and why, never what stands in them. */
final class MailHistory {

    private MailHistory() {}

    /** @param tenant null for a mail of the platform itself */
    static void append(
            EntityManager entities, @Nullable UUID tenant, UUID mail, Author by, String action, String to, String reason) {
        History.append(
                entities,
                new HistoryEvent(
                        tenant, new Subject("mail", mail), by, "mail." + action, List.of(new Change("recipient", "", to)), reason));
    }
}

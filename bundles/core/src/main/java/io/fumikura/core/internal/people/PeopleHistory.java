package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** What the history tells of people and groups. */
final class PeopleHistory {

    private PeopleHistory() {}

    /** @param action without the leading {@code user.} */
    static void user(EntityManager entities, Caller by, UUID user, String action, Change... changes) {
        append(entities, by, "user", user, action, List.of(changes));
    }

    static void user(EntityManager entities, Caller by, UUID user, String action, List<Change> changes) {
        append(entities, by, "user", user, action, changes);
    }

    /** @param action without the leading {@code group.} */
    static void group(EntityManager entities, Caller by, UUID group, String action, Change... changes) {
        append(entities, by, "group", group, action, List.of(changes));
    }

    private static void append(EntityManager entities, Caller by, String type, UUID id, String action, List<Change> changes) {
        List<Change> real = changes.stream().filter(change -> !change.from().equals(change.to())).toList();
        History.append(
                entities,
                new HistoryEvent(by.tenant().value(), new Subject(type, id), Author.of(by), type + "." + action, real, ""));
    }
}

package io.fumikura.core.internal.tenant;

import io.fumikura.account.Caller;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the history tells of companies. What operators do stands in the company's log and in the platform's, which operators read. */
final class TenantHistory {

    private TenantHistory() {}

    /** @param action without the leading {@code tenant.} */
    static void byOperator(EntityManager entities, Caller by, UUID tenant, String code, String action, List<Change> changes, String reason) {
        append(entities, by, tenant, tenant, action, changes, reason);
        var named = new ArrayList<Change>();
        named.add(new Change("code", code, code));
        named.addAll(changes);
        append(entities, by, null, tenant, action, named, reason);
    }

    static void ownChange(EntityManager entities, Caller by, UUID tenant, String action, List<Change> changes) {
        append(entities, by, tenant, tenant, action, changes, "");
    }

    private static void append(
            EntityManager entities,
            Caller by,
            @Nullable UUID log,
            UUID tenant,
            String action,
            List<Change> changes,
            String reason) {
        History.append(
                entities, new HistoryEvent(log, new Subject("tenant", tenant), Author.of(by), "tenant." + action, changes, reason));
    }

    /** Those that are changes indeed. */
    static List<Change> real(List<Change> changes) {
        return changes.stream().filter(change -> !change.from().equals(change.to())).toList();
    }
}

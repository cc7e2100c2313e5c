package io.fumikura.document;

import io.fumikura.account.Caller;
import io.fumikura.people.GroupId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The rights that records get when they are registered (アクセス権限の既定), for a company's administrators. Of the rules that fit a record one counts: a
 * rule for its ledger and owning group before one for the group, that before one for the ledger, and that before one for everything; without any,
 * {@link AccessRights#OPEN}. While it is not decided to which ledger a record belongs, and rules tell ledgers apart, it has {@link
 * AccessRights#CLOSED}. Thread-safe.
 */
@ProviderType
public interface DefaultRights {

    /** @throws io.fumikura.account.PlatformException {@code permission.missing} */
    Rules get(Caller caller);

    /**
     * Replaces all rules. Records that are registered already keep their rights.
     *
     * @param version of the rules as they were read
     * @throws io.fumikura.account.PlatformException {@code permission.missing}; {@code access.rules-changed} when they were changed meanwhile; {@code
     *     access.invalid} as {@link RecordRights#change}, also for two rules for the same and for more than 200
     */
    Rules replace(Caller caller, long version, List<Rule> rules);

    /**
     * @param ledger empty for all ledgers
     * @param group owning group; empty for all
     */
    record Rule(Optional<String> ledger, Optional<GroupId> group, AccessRights rights) {}

    /**
     * @param rules the ones that count first before the others
     * @param names of all groups and users in them
     */
    record Rules(List<Rule> rules, Map<UUID, String> names, long version) {

        public Rules {
            rules = List.copyOf(rules);
            names = Map.copyOf(names);
        }
    }
}

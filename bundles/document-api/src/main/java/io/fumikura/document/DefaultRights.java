package io.fumikura.document;

import io.fumikura.account.Caller;
import io.fumikura.people.GroupId;
import java.time.Instant;
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
     * Replaces all rules. Records that are registered already keep their rights until {@link #apply}.
     *
     * @param version of the rules as they were read
     * @throws io.fumikura.account.PlatformException {@code permission.missing}; {@code access.rules-changed} when they were changed meanwhile; {@code
     *     access.invalid} as {@link RecordRights#change}, also for two rules for the same and for more than 200
     */
    Rules replace(Caller caller, long version, List<Rule> rules);

    /**
     * How far applying the rules to records that exist has come.
     *
     * @throws io.fumikura.account.PlatformException {@code permission.missing}
     */
    Application application(Caller caller);

    /**
     * Begins to give the rights of the rules to records that are registered already, one portion after the other; also after a restart. Records whose
     * rights somebody has set keep them. It ends before the end when the rules are changed, or when the caller is no administrator any more.
     *
     * @param version of the rules as they were read
     * @throws io.fumikura.account.PlatformException {@code permission.missing}; {@code access.rules-changed}; {@code access.applying} while it is
     *     going on
     */
    Application apply(Caller caller, long version);

    /**
     * @param eligible number of records that have the rights that rules gave them
     * @param last the last time that rules were applied to existing records
     */
    record Application(long eligible, Optional<Run> last) {}

    /**
     * @param by name of who began it
     * @param finished empty while it is going on
     * @param stopped whether it was ended before the end
     * @param total records to be looked at, as counted in the beginning
     * @param changed those that got other rights
     */
    record Run(Instant started, String by, Optional<Instant> finished, boolean stopped, long total, long lookedAt, long changed) {}

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

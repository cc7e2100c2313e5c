package io.fumikura.core.internal.access;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.history.Author;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.history.History;
import io.fumikura.core.internal.history.HistoryEvent;
import io.fumikura.core.internal.history.Subject;
import io.fumikura.core.internal.ledger.LedgerCatalog;
import io.fumikura.core.internal.model.GrantRow;
import io.fumikura.core.internal.people.GroupNames;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.document.AccessRights;
import io.fumikura.document.AccessRights.Grant;
import io.fumikura.document.DefaultRights;
import io.fumikura.people.GroupId;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rules for new records in the database. Changes lock the tenant. */
@Component
public final class StoredDefaultRights implements DefaultRights {

    private static final int MOST = 200;

    private final Transactions transactions;
    private final LedgerCatalog catalog;
    private final AppliedRights applied;

    @Activate
    public StoredDefaultRights(
            @Reference Transactions transactions, @Reference LedgerCatalog catalog, @Reference AppliedRights applied) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.applied = applied;
    }

    @Override
    public Rules get(Caller caller) {
        requireAdministrator(caller);
        return transactions.read(entities -> rules(entities, caller, version(entities, caller, "")));
    }

    @Override
    public Rules replace(Caller caller, long version, List<Rule> wanted) {
        requireAdministrator(caller);
        checkForm(wanted);
        // Document types are asked before the company is locked.
        Set<String> offered = offered(wanted);
        return transactions.retried(entities -> {
            lock(entities, caller, version);
            Rules before = rules(entities, caller, version);
            check(entities, caller, before, wanted, offered);
            write(entities, caller.tenant().value(), wanted);
            AppliedRights.stop(entities, caller.tenant().value());
            Rules after = rules(entities, caller, version + 1);
            History.append(
                    entities,
                    new HistoryEvent(
                            caller.tenant().value(),
                            new Subject("tenant", caller.tenant().value()),
                            Author.of(caller),
                            "access.rules-changed",
                            changes(before, after),
                            ""));
            return after;
        });
    }

    private static void lock(EntityManager entities, Caller caller, long version) {
        if (version(entities, caller, " for update") != version) {
            throw new PlatformException(
                    Category.CHANGED, "access.rules-changed", "The rules were changed since you read them.");
        }
    }

    @Override
    public Application application(Caller caller) {
        requireAdministrator(caller);
        return transactions.read(entities -> application(entities, caller));
    }

    private static Application application(EntityManager entities, Caller caller) {
        UUID tenant = caller.tenant().value();
        return new Application(AppliedRights.eligible(entities, tenant), AppliedRights.last(entities, tenant));
    }

    @Override
    public Application apply(Caller caller, long version) {
        requireAdministrator(caller);
        return transactions.retried(entities -> {
            lock(entities, caller, version);
            applied.begin(entities, caller, version);
            return application(entities, caller);
        });
    }

    private static void requireAdministrator(Caller caller) {
        if (!caller.may(Permission.TENANT_ADMINISTRATOR)) {
            throw new PlatformException(
                    Category.FORBIDDEN, "permission.missing", "The rights of new records are decided by administrators.");
        }
    }

    private static long version(EntityManager entities, Caller caller, String lock) {
        return Sql.query(
                        entities,
                        "select access_rules_version from tenant where id = ?" + lock,
                        row -> row.getLong(1),
                        caller.tenant().value())
                .stream()
                .findFirst()
                .orElseThrow(() -> new PlatformException(Category.NOT_FOUND, "tenant.unknown", "There is no such company."));
    }

    private static Rules rules(EntityManager entities, Caller caller, long version) {
        List<AccessRules.Stored> stored = AccessRules.of(entities, caller.tenant().value());
        Map<UUID, List<GrantRow>> grants =
                Grants.rows(entities, stored.stream().map(AccessRules.Stored::id).toList());
        var rules = new ArrayList<Rule>();
        var named = new HashSet<UUID>();
        for (AccessRules.Stored one : stored) {
            List<Grant> own = Grants.of(grants.getOrDefault(one.id(), List.of()));
            rules.add(new Rule(
                    Optional.ofNullable(one.ledger()),
                    Optional.ofNullable(one.group()).map(GroupId::new),
                    new AccessRights(one.everyone(), one.owningGroup(), own)));
            own.forEach(grant -> named.add(grant.id()));
            Optional.ofNullable(one.group()).ifPresent(named::add);
        }
        return new Rules(rules, new Grantees(entities, caller.tenant().value()).names(named), version);
    }

    private static void checkForm(List<Rule> wanted) {
        Grantees.require(wanted.size() <= MOST, "There can be 200 rules at most.");
        Set<String> places = wanted.stream().map(StoredDefaultRights::place).collect(Collectors.toSet());
        Grantees.require(places.size() == wanted.size(), "There are two rules for the same ledger and group.");
    }

    /** The ledgers of the rules that document types offer at this moment. */
    private Set<String> offered(List<Rule> wanted) {
        return wanted.stream()
                .flatMap(rule -> rule.ledger().stream())
                .distinct()
                .filter(ledger -> catalog.ledger(ledger).isPresent())
                .collect(Collectors.toSet());
    }

    private static void check(EntityManager entities, Caller caller, Rules before, List<Rule> wanted, Set<String> offered) {
        var known = new HashSet<>(offered);
        before.rules().forEach(rule -> rule.ledger().ifPresent(known::add));
        wanted.stream()
                .flatMap(rule -> rule.ledger().stream())
                .forEach(ledger -> Grantees.require(known.contains(ledger), "There is no ledger " + ledger + "."));
        Set<UUID> groups = wanted.stream()
                .flatMap(rule -> rule.group().stream())
                .map(GroupId::value)
                .collect(Collectors.toSet());
        Grantees.require(
                GroupNames.paths(entities, caller.tenant().value(), groups).keySet().equals(groups),
                "There is no such group in your company.");
        new Grantees(entities, caller.tenant().value()).check(wanted.stream().map(Rule::rights).toList());
    }

    private static void write(EntityManager entities, UUID tenant, List<Rule> rules) {
        Sql.update(
                entities, "delete from access_grant where holder_id in (select id from access_rule where tenant_id = ?)", tenant);
        Sql.update(entities, "delete from access_rule where tenant_id = ?", tenant);
        var rows = new ArrayList<List<@Nullable Object>>();
        var grants = new HashMap<UUID, List<Grant>>();
        for (Rule rule : rules) {
            UUID id = UUID.randomUUID();
            rows.add(Arrays.asList(
                    id,
                    tenant,
                    rule.ledger().orElse(null),
                    rule.group().map(GroupId::value).orElse(null),
                    rule.rights().everyone().name(),
                    rule.rights().owningGroup().name()));
            grants.put(id, rule.rights().grants());
        }
        Sql.batch(
                entities,
                "insert into access_rule (id, tenant_id, ledger, group_id, everyone, owning_group) values (?, ?, ?, ?, ?, ?)",
                rows);
        Grants.add(entities, grants);
        Sql.update(entities, "update tenant set access_rules_version = access_rules_version + 1 where id = ?", tenant);
    }

    /** One for each ledger and group whose rule came, went or became another. */
    private static List<Change> changes(Rules before, Rules after) {
        Map<String, String> old = texts(before);
        Map<String, String> now = texts(after);
        var places = new TreeSet<>(old.keySet());
        places.addAll(now.keySet());
        return places.stream()
                .map(place -> new Change("rule", old.getOrDefault(place, ""), now.getOrDefault(place, "")))
                .filter(change -> !change.from().equals(change.to()))
                .toList();
    }

    private static Map<String, String> texts(Rules rules) {
        var texts = new TreeMap<String, String>();
        for (Rule rule : rules.rules()) {
            String group = rule.group().map(id -> rules.names().getOrDefault(id.value(), id.toString())).orElse("*");
            texts.put(place(rule), rule.ledger().orElse("*") + " " + group + "\n" + RightsText.of(rule.rights(), rules.names()));
        }
        return texts;
    }

    private static String place(Rule rule) {
        return rule.ledger().orElse("*") + " " + rule.group().map(GroupId::toString).orElse("*");
    }
}

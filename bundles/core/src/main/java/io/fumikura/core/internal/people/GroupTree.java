package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.account.Tokens;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.index.Renamed;
import io.fumikura.core.internal.model.GroupRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.people.RecordHandover.Party;
import io.fumikura.core.internal.people.Tree.Node;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.people.Group;
import io.fumikura.people.GroupId;
import io.fumikura.people.Groups;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Groups in the database. Every change locks the tenant first. */
@Component
public final class GroupTree implements Groups {

    private static final int DEEPEST = 10;
    private static final int MOST = 1000;
    /** How often records may come to a group that is just being deleted. */
    private static final int MOST_ROUNDS = 20;

    private final Transactions transactions;
    private final RecordHandover records;

    @Activate
    public GroupTree(@Reference Transactions transactions, @Reference RecordHandover records) {
        this.transactions = transactions;
        this.records = records;
    }

    @Override
    public List<Group> list(Caller caller, String part) {
        String wanted = UserRow.foldedForSearch(part.strip());
        return transactions.read(entities -> {
            Tree tree = Tree.of(entities, caller.tenant().value());
            Map<UUID, Integer> members = members(entities, caller);
            Realm realm = Realm.of(entities, caller);
            return tree.ordered().stream()
                    .filter(node -> UserRow.foldedForSearch(node.name()).contains(wanted))
                    .map(node -> shown(tree, node, members, realm))
                    .toList();
        });
    }

    private static Map<UUID, Integer> members(EntityManager entities, Caller caller) {
        var members = new HashMap<UUID, Integer>();
        Sql.query(
                        entities,
                        "select m.group_id, count(*) from user_group_member m join app_user u on u.id = m.user_id"
                                + " where u.tenant_id = ? and u.state <> 'DELETED' group by m.group_id",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)),
                        caller.tenant().value())
                .forEach(count -> members.put(count.getKey(), count.getValue()));
        return members;
    }

    private static Group shown(Tree tree, Node node, Map<UUID, Integer> members, Realm realm) {
        return new Group(
                new GroupId(node.id()),
                Optional.ofNullable(node.parent()).map(GroupId::new),
                node.name(),
                tree.names(node.id()),
                members.getOrDefault(node.id(), 0),
                node.version(),
                realm.manages(node.id()));
    }

    private static Group shown(EntityManager entities, Caller caller, UUID group) {
        entities.flush();
        Tree tree = Tree.of(entities, caller.tenant().value());
        return shown(tree, tree.get(group), members(entities, caller), Realm.of(entities, caller));
    }

    @Override
    public Group create(Caller caller, Optional<GroupId> parent, String name) {
        String clean = Names.ofGroup(name);
        return transactions.retried(entities -> {
            Companies.lock(entities, caller);
            Realm realm = Realm.required(entities, caller);
            Tree tree = Tree.of(entities, caller.tenant().value());
            if (tree.size() >= MOST) {
                throw new PlatformException(Category.CONFLICT, "group.too-many", "A company has at most 1,000 groups.");
            }
            Optional<Node> above = place(tree, realm, parent);
            requireDepth(above.map(Node::depth).orElse(0) + 1);
            requireFree(tree, above.map(Node::id).orElse(null), clean, null);
            var row = new GroupRow();
            row.id = UUID.randomUUID();
            row.tenant = caller.tenant().value();
            row.parent = above.map(Node::id).orElse(null);
            row.name = clean;
            row.nameKey = Tokens.key(clean);
            row.path = above.map(Node::path).orElse("/") + row.id + "/";
            row.created = Instant.now();
            row.revision = 1;
            entities.persist(row);
            PeopleHistory.group(
                    entities,
                    caller,
                    row.id,
                    "created",
                    new Change("name", "", clean),
                    new Change("parent", "", path(tree, row.parent)));
            return shown(entities, caller, row.id);
        });
    }

    @Override
    public Group rename(Caller caller, GroupId group, long version, String name) {
        String clean = Names.ofGroup(name);
        return transactions.retried(entities -> {
            Companies.lock(entities, caller);
            Realm realm = Realm.required(entities, caller);
            Tree tree = Tree.of(entities, caller.tenant().value());
            Node node = tree.get(group);
            realm.requireGroup(node.id());
            requireVersion(node, version);
            requireFree(tree, node.parent(), clean, node.id());
            GroupRow row = entities.find(GroupRow.class, node.id());
            row.name = clean;
            row.nameKey = Tokens.key(clean);
            row.revision++;
            Renamed.group(entities, row.id);
            PeopleHistory.group(entities, caller, node.id(), "renamed", new Change("name", node.name(), clean));
            return shown(entities, caller, node.id());
        });
    }

    @Override
    public Group move(Caller caller, GroupId group, long version, Optional<GroupId> parent) {
        return transactions.retried(entities -> {
            Companies.lock(entities, caller);
            Realm realm = Realm.required(entities, caller);
            Tree tree = Tree.of(entities, caller.tenant().value());
            Node node = tree.get(group);
            requireAbove(realm, node);
            requireVersion(node, version);
            Optional<Node> above = place(tree, realm, parent);
            move(entities, caller, tree, node, above);
            return shown(entities, caller, node.id());
        });
    }

    private static void move(EntityManager entities, Caller caller, Tree tree, Node node, Optional<Node> above) {
        if (above.filter(node::contains).isPresent()) {
            throw circular();
        }
        UUID parent = above.map(Node::id).orElse(null);
        requireDepth(above.map(Node::depth).orElse(0) + tree.height(node));
        requireFree(tree, parent, node.name(), node.id());
        String path = above.map(Node::path).orElse("/") + node.id() + "/";
        GroupRow row = entities.find(GroupRow.class, node.id());
        row.parent = parent;
        row.path = path;
        row.revision++;
        entities.flush();
        Sql.update(
                entities,
                "update user_group set path = ? || substring(path from " + (node.path().length() + 1)
                        + ") where tenant_id = ? and path like ? and id <> ?",
                path,
                row.tenant,
                node.path() + "%",
                node.id());
        PeopleHistory.group(
                entities, caller, node.id(), "moved", new Change("parent", path(tree, node.parent()), path(tree, parent)));
    }

    @Override
    public void delete(Caller caller, GroupId group, Optional<GroupId> heir) {
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            // Records go in portions, each in a transaction of its own; whoever repeats an interrupted deletion goes on with the rest.
            while (transactions.retried(entities -> handOverSome(entities, caller, group, heir))) {
                continue;
            }
            if (transactions.retried(entities -> remove(entities, caller, group, heir))) {
                return;
            }
        }
        throw new PlatformException(
                Category.CONFLICT, "group.busy", "Records go on coming into the group. Try again when it is quiet.");
    }

    /** @return false when records, or grants on records, have come to the group since the last portion */
    private static boolean remove(EntityManager entities, Caller caller, GroupId group, Optional<GroupId> heir) {
        Companies.lock(entities, caller);
        Realm realm = Realm.required(entities, caller);
        Tree tree = Tree.of(entities, caller.tenant().value());
        Node node = tree.get(group);
        requireAbove(realm, node);
        // Nothing can come from here on, see Holds.
        Sql.query(entities, "select id from user_group where id = ? for update", row -> 1, node.id());
        List<Node> below = tree.children(node.id());
        long left = RecordHandover.ofGroup(entities, node.id());
        if (heir.isEmpty()) {
            requireEmpty(members(entities, caller).getOrDefault(node.id(), 0), below, left);
        }
        if (left > 0 || RecordHandover.isGranted(entities, node.id())) {
            return false;
        }
        heir.ifPresent(id -> handOver(entities, caller, tree, node, below, heir(tree, realm, node, id)));
        RecordHandover.ofRules(entities, caller.tenant().value(), node.id(), heir.map(GroupId::value));
        dropRules(entities, node.id());
        // What is left are memberships of deleted users.
        Sql.update(entities, "delete from user_group_member where group_id = ?", node.id());
        Sql.update(entities, "delete from user_group where id = ?", node.id());
        PeopleHistory.group(
                entities,
                caller,
                node.id(),
                "deleted",
                new Change("name", path(tree, node.id()), ""),
                new Change("heir", "", path(tree, heir.map(GroupId::value).orElse(null))));
        return true;
    }

    /** @return whether there may be more */
    private boolean handOverSome(EntityManager entities, Caller caller, GroupId group, Optional<GroupId> heir) {
        Realm realm = Realm.required(entities, caller);
        Tree tree = Tree.of(entities, caller.tenant().value());
        Node node = tree.get(group);
        requireAbove(realm, node);
        Optional<Node> to = heir.map(id -> heir(tree, realm, node, id));
        if (to.isEmpty()) {
            requireEmpty(
                    members(entities, caller).getOrDefault(node.id(), 0),
                    tree.children(node.id()),
                    RecordHandover.ofGroup(entities, node.id()));
        }
        return to.isPresent() && records.someOfGroup(entities, caller, node, to.get()) > 0
                || records.someGrants(entities, caller, party(node), to.map(GroupTree::party)) > 0;
    }

    private static Party party(Node node) {
        return new Party(node.id(), node.name());
    }

    private static void requireEmpty(int members, List<Node> below, long records) {
        if (members > 0 || !below.isEmpty() || records > 0) {
            throw new PlatformException(
                    Category.CONFLICT,
                    "group.not-empty",
                    "The group has users, records or groups below it. Say which group takes them over.",
                    Map.of("members", members, "groups", below.size(), "records", records),
                    null);
        }
    }

    /** The rules for new records of the group. */
    private static void dropRules(EntityManager entities, UUID group) {
        Sql.update(entities, "delete from access_grant where holder_id in (select id from access_rule where group_id = ?)", group);
        Sql.update(entities, "delete from access_rule where group_id = ?", group);
    }

    private static void handOver(
            EntityManager entities, Caller caller, Tree tree, Node node, List<Node> below, Node heir) {
        below.forEach(child -> move(entities, caller, tree, child, Optional.of(heir)));
        entities.flush();
        entities.clear();
        Sql.update(
                entities,
                "update app_user set revision = revision + 1, lock_version = lock_version + 1"
                        + " where id in (select user_id from user_group_member where group_id = ?)",
                node.id());
        Sql.update(
                entities,
                "update user_group_member set group_id = ? where group_id = ? and user_id not in"
                        + " (select user_id from user_group_member where group_id = ?)",
                heir.id(),
                node.id(),
                heir.id());
    }

    private static Node heir(Tree tree, Realm realm, Node node, GroupId wanted) {
        Node heir = place(tree, realm, Optional.of(wanted)).orElseThrow();
        if (node.contains(heir)) {
            throw circular();
        }
        return heir;
    }

    /** The group that something is to be put into; empty for the top. */
    private static Optional<Node> place(Tree tree, Realm realm, Optional<GroupId> parent) {
        Optional<Node> above = parent.map(tree::get);
        above.ifPresentOrElse(node -> realm.requireGroup(node.id()), realm::requireEverywhere);
        return above;
    }

    /** A group may be taken away by those who administer the group above it. */
    private static void requireAbove(Realm realm, Node node) {
        realm.requireGroup(node.id());
        if (node.parent() == null) {
            realm.requireEverywhere();
        } else {
            realm.requireGroup(node.parent());
        }
    }

    private static void requireVersion(Node node, long version) {
        if (node.version() != version) {
            throw new PlatformException(Category.CHANGED, "group.changed", "The group was changed since you read it.");
        }
    }

    private static void requireDepth(int depth) {
        if (depth > DEEPEST) {
            throw new PlatformException(
                    Category.CONFLICT,
                    "group.depth",
                    "Groups may be ten levels deep.",
                    Map.of("limit", DEEPEST),
                    null);
        }
    }

    private static void requireFree(Tree tree, @Nullable UUID parent, String name, @Nullable UUID itself) {
        String key = Tokens.key(name);
        if (tree.children(parent).stream().anyMatch(node -> node.nameKey().equals(key) && !node.id().equals(itself))) {
            throw new PlatformException(
                    Category.CONFLICT,
                    "group.name-taken",
                    "There is a group of this name at the same place already.",
                    Map.of("name", name),
                    null);
        }
    }

    private static PlatformException circular() {
        return new PlatformException(
                Category.CONFLICT, "group.circular", "A group can't be moved into itself or into a group below it.");
    }

    private static String path(Tree tree, @Nullable UUID group) {
        return group == null ? "" : String.join("/", tree.names(group));
    }
}

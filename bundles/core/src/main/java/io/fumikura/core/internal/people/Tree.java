package io.fumikura.core.internal.people;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.people.GroupId;
import jakarta.persistence.EntityManager;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All groups of a tenant at one moment; there are at most a thousand. */
final class Tree {

    private final Map<UUID, Node> nodes = new HashMap<>();

    record Node(UUID id, @Nullable UUID parent, String name, String nameKey, String path, long version) {

        int depth() {
            return (int) path.chars().filter(c -> c == '/').count() - 1;
        }

        boolean contains(Node other) {
            return other.path.startsWith(path);
        }
    }

    private Tree(List<Node> all) {
        all.forEach(node -> nodes.put(node.id(), node));
    }

    static Tree of(EntityManager entities, UUID tenant) {
        return new Tree(Sql.query(
                entities,
                "select id, parent_id, name, name_key, path, revision from user_group where tenant_id = ?",
                row -> new Node(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)),
                tenant));
    }

    int size() {
        return nodes.size();
    }

    boolean has(UUID id) {
        return nodes.containsKey(id);
    }

    /** @throws PlatformException {@code group.unknown} */
    Node get(UUID id) {
        return Optional.ofNullable(nodes.get(id))
                .orElseThrow(() -> new PlatformException(Category.NOT_FOUND, "group.unknown", "There is no such group."));
    }

    Node get(GroupId id) {
        return get(id.value());
    }

    /** Names from the top down to the group. */
    List<String> names(UUID id) {
        var names = new ArrayList<String>();
        for (Node node = nodes.get(id); node != null; node = node.parent() == null ? null : nodes.get(node.parent())) {
            names.add(0, node.name());
        }
        return names;
    }

    List<Node> children(@Nullable UUID parent) {
        return nodes.values().stream()
                .filter(node -> java.util.Objects.equals(node.parent(), parent))
                .toList();
    }

    /** Levels from the group down to the lowest below it; 1 for a group without any. */
    int height(Node node) {
        return nodes.values().stream().filter(node::contains).mapToInt(Node::depth).max().orElse(node.depth()) - node.depth() + 1;
    }

    /** Parents before their children, siblings by name. */
    List<Node> ordered() {
        var ordered = new ArrayList<Node>();
        addBelow(null, Comparator.comparing(Node::name, Collator.getInstance(Locale.JAPANESE)::compare), ordered);
        return ordered;
    }

    private void addBelow(@Nullable UUID parent, Comparator<Node> order, List<Node> ordered) {
        children(parent).stream().sorted(order).forEach(node -> {
            ordered.add(node);
            addBelow(node.id(), order, ordered);
        });
    }

    /** The group at a path of names, e.g. {@code 本社/営業部}. */
    Optional<Node> at(List<String> nameKeys) {
        UUID parent = null;
        Node found = null;
        for (String key : nameKeys) {
            found = children(parent).stream().filter(node -> node.nameKey().equals(key)).findFirst().orElse(null);
            if (found == null) {
                return Optional.empty();
            }
            parent = found.id();
        }
        return Optional.ofNullable(found);
    }
}

package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.account.Tokens;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.people.UserQuery;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the users that a query asks for and its caller may see. */
final class UserSearch {

    /** Of the groups to which the one with a path belongs. */
    private static final String IN_SUBTREE = " and exists (select 1 from user_group_member m join user_group g on g.id = m.group_id"
            + " where m.user_id = u.id and g.tenant_id = u.tenant_id and g.path like ?)";
    private static final String IN_REACH = " and exists (select 1 from user_group_member m join user_group g on g.id = m.group_id"
            + " join user_group own on own.tenant_id = g.tenant_id and g.path like own.path || '%'"
            + " join user_group_member mine on mine.group_id = own.id where m.user_id = u.id and mine.user_id = ?)";

    private final EntityManager entities;
    private final UserQuery query;
    private final StringBuilder where = new StringBuilder(" from app_user u where u.tenant_id = ?");
    private final List<@Nullable Object> values = new ArrayList<>();

    UserSearch(EntityManager entities, Caller caller, Realm realm, UserQuery query) {
        this.entities = entities;
        this.query = query;
        values.add(caller.tenant().value());
        if (!realm.everywhere()) {
            and(IN_REACH, caller.user().value());
        }
        query.state().ifPresentOrElse(state -> and(" and u.state = ?", state.name()), () -> where.append(" and u.state <> 'DELETED'"));
        query.permission().ifPresent(wanted -> and(" and '\n' || u.permissions || '\n' like ?", "%\n" + wanted.name() + "\n%"));
        query.group().ifPresent(group -> and(
                IN_SUBTREE,
                Membership.path(entities, caller.tenant().value(), group.value())
                                .orElseThrow(() -> new PlatformException(
                                        Category.NOT_FOUND, "group.unknown", "There is no such group."))
                        + "%"));
        String text = UserRow.foldedForSearch(query.text().strip());
        if (!text.isEmpty()) {
            and(" and u.search_key like ? escape '!'", "%" + text.replaceAll("[!%_]", "!$0") + "%");
        }
    }

    private void and(String condition, Object value) {
        where.append(condition);
        values.add(value);
    }

    long total() {
        return Sql.query(entities, "select count(*)" + where, row -> row.getLong(1), values.toArray()).get(0);
    }

    /** One more than the query's limit, if there are more. */
    List<UserRow> page() {
        var all = new ArrayList<>(values);
        query.cursor().ifPresent(cursor -> all.add(Tokens.key(cursor)));
        List<UUID> ids = Sql.query(
                entities,
                "select u.id" + where + (query.cursor().isPresent() ? " and u.login_key > ?" : "")
                        + " order by u.login_key fetch first " + (query.limit() + 1) + " rows only",
                row -> row.getObject(1, UUID.class),
                all.toArray());
        Map<UUID, UserRow> rows = ids.isEmpty()
                ? Map.of()
                : entities.createQuery("select u from UserRow u where u.id in :ids", UserRow.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(user -> user.id, Function.identity()));
        return ids.stream().map(rows::get).toList();
    }
}

package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.people.GroupId;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserAccount.Place;
import io.fumikura.people.UserState;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The accounts of a tenant as one caller sees them, in one transaction. */
final class Accounts {

    private final EntityManager entities;
    private final Caller caller;
    private final Realm realm;

    Accounts(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
        realm = Realm.required(entities, caller);
    }

    Realm realm() {
        return realm;
    }

    /**
     * A user whom the caller may see.
     *
     * @throws PlatformException {@code user.unknown}
     */
    UserRow find(UserId id) {
        UserRow user = entities.find(UserRow.class, id.value());
        if (user == null
                || !user.tenant.equals(caller.tenant().value())
                || !realm.everywhere() && Membership.groups(entities, user.id).stream().noneMatch(realm::manages)) {
            throw new PlatformException(Category.NOT_FOUND, "user.unknown", "There is no such user.");
        }
        return user;
    }

    /**
     * A user whom the caller may change.
     *
     * @throws PlatformException {@code user.unknown}; {@code permission.missing}
     */
    UserRow managed(UserId id) {
        UserRow user = find(id);
        if (!realm.manages(Membership.groups(entities, user.id), permissions(user))) {
            throw Realm.missing("You see this user, but may not change him: he has a group or a permission beyond yours.");
        }
        return user;
    }

    static Set<Permission> permissions(UserRow user) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        user.permissions.forEach(name -> permissions.add(Permission.valueOf(name)));
        return permissions;
    }

    UserAccount shown(UserRow user) {
        entities.flush();
        return shown(List.of(user)).get(0);
    }

    List<UserAccount> shown(List<UserRow> users) {
        Tree tree = Tree.of(entities, caller.tenant().value());
        List<UUID> ids = users.stream().map(user -> user.id).toList();
        Map<UUID, List<UUID>> groups =
                byUser(ids, "select user_id, group_id from user_group_member where user_id in (%s) order by place, group_id", UUID.class);
        Map<UUID, List<String>> mails =
                byUser(ids, "select user_id, mail from user_mail where user_id in (%s) order by place", String.class);
        return users.stream()
                .map(user -> shown(user, tree, groups.getOrDefault(user.id, List.of()), mails.getOrDefault(user.id, List.of())))
                .toList();
    }

    private UserAccount shown(UserRow user, Tree tree, List<UUID> groups, List<String> mails) {
        Set<Permission> permissions = permissions(user);
        return new UserAccount(
                new UserId(user.id),
                user.loginId,
                user.name,
                user.mail,
                mails,
                groups.stream().map(group -> new Place(new GroupId(group), tree.names(group))).toList(),
                permissions,
                Locale.forLanguageTag(user.language),
                UserState.valueOf(user.state),
                Optional.ofNullable(user.lockedUntil).filter(until -> until.isAfter(Instant.now())),
                Optional.ofNullable(user.initialExpires),
                Optional.ofNullable(user.lastSignIn),
                user.created,
                user.revision,
                realm.manages(groups, permissions));
    }

    private <T> Map<UUID, List<T>> byUser(Collection<UUID> users, String sql, Class<T> type) {
        var all = new HashMap<UUID, List<T>>();
        if (!users.isEmpty()) {
            String marks = String.join(", ", java.util.Collections.nCopies(users.size(), "?"));
            Sql.query(
                            entities,
                            String.format(sql, marks),
                            row -> Map.entry(row.getObject(1, UUID.class), type.cast(row.getObject(2))),
                            users.toArray())
                    .forEach(found -> all.computeIfAbsent(found.getKey(), user -> new ArrayList<>()).add(found.getValue()));
        }
        return all;
    }
}

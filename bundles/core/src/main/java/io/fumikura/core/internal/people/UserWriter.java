package io.fumikura.core.internal.people;

import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.account.OpenLinks;
import io.fumikura.core.internal.history.Change;
import io.fumikura.core.internal.index.Renamed;
import io.fumikura.core.internal.mail.MailAddress;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts forms into accounts, under the tenant's lock, and says what became different. */
final class UserWriter {

    private final EntityManager entities;
    private final Realm realm;
    private final Tree tree;

    UserWriter(EntityManager entities, Realm realm, UUID tenant) {
        this.entities = entities;
        this.realm = realm;
        tree = Tree.of(entities, tenant);
    }

    /** @param user persistent already */
    List<Change> apply(UserRow user, FormCheck form) {
        var changes = new ArrayList<Change>();
        changes.add(name(user, form.name()));
        changes.add(mail(user, form.mail()));
        changes.add(permissions(user, form.permissions()));
        changes.add(new Change("language", user.language, form.language()));
        user.language = form.language();
        entities.flush();
        changes.add(subMails(user, form.subMails()));
        changes.add(groups(user, form.groups()));
        changes.removeIf(change -> change.from().equals(change.to()));
        return changes;
    }

    Change name(UserRow user, String name) {
        String before = user.name;
        if (!before.equals(name)) {
            user.name = name;
            Renamed.owner(entities, user.id);
        }
        return new Change("name", before, name);
    }

    Change mail(UserRow user, MailAddress mail) {
        String before = user.mail;
        String key = MailKey.of(mail);
        requireFree(entities, key, user.id);
        if (!key.equals(user.mailKey)) {
            OpenLinks.end(entities, user.id);
        }
        user.mail = mail.value();
        user.mailKey = key;
        return new Change("mail", before, mail.value());
    }

    static void requireFree(EntityManager entities, String mailKey, UUID itself) {
        if (!Sql.query(entities, "select 1 from app_user where mail_key = ? and id <> ?", row -> 1, mailKey, itself).isEmpty()) {
            throw taken();
        }
    }

    static PlatformException taken() {
        return new PlatformException(Category.CONFLICT, "mail.taken", "Somebody else has this mail address already.");
    }

    private Change permissions(UserRow user, Set<Permission> wanted) {
        Set<Permission> before = Accounts.permissions(user);
        realm.requireGrantable(before, wanted);
        if (before.contains(Permission.TENANT_ADMINISTRATOR) && !wanted.contains(Permission.TENANT_ADMINISTRATOR)) {
            Administrators.requireAnother(entities, user);
        }
        user.permissions = wanted.stream().sorted().map(Enum::name).toList();
        return new Change("permissions", names(before), names(wanted));
    }

    private static String names(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Enum::name).collect(Collectors.joining("\n"));
    }

    Change subMails(UserRow user, Map<String, MailAddress> wanted) {
        List<String> before = Sql.query(
                entities, "select mail from user_mail where user_id = ? order by place", row -> row.getString(1), user.id);
        Sql.update(entities, "delete from user_mail where user_id = ?", user.id);
        int place = 0;
        for (Map.Entry<String, MailAddress> mail : wanted.entrySet()) {
            Sql.update(
                    entities,
                    "insert into user_mail (user_id, mail, mail_key, place) values (?, ?, ?, ?)",
                    user.id,
                    mail.getValue().value(),
                    mail.getKey(),
                    place++);
        }
        String after = wanted.values().stream().map(MailAddress::value).collect(Collectors.joining("\n"));
        return new Change("subMails", String.join("\n", before), after);
    }

    private Change groups(UserRow user, List<UUID> wanted) {
        wanted.forEach(tree::get);
        List<UUID> before = Membership.groups(entities, user.id);
        Set<UUID> moved = new HashSet<>(before);
        wanted.forEach(group -> {
            if (!moved.remove(group)) {
                moved.add(group);
            }
        });
        moved.forEach(realm::requireGroup);
        if (!realm.everywhere() && wanted.isEmpty()) {
            throw new PlatformException(
                    Category.INVALID, "user.groups", "Choose at least one of the groups that you administer.");
        }
        Sql.update(entities, "delete from user_group_member where user_id = ?", user.id);
        for (int place = 0; place < wanted.size(); place++) {
            Sql.update(
                    entities,
                    "insert into user_group_member (user_id, group_id, place) values (?, ?, ?)",
                    user.id,
                    wanted.get(place),
                    place);
        }
        return new Change("groups", paths(before), paths(wanted));
    }

    private String paths(List<UUID> groups) {
        return groups.stream().map(group -> String.join("/", tree.names(group))).collect(Collectors.joining("\n"));
    }
}

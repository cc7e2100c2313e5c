package io.fumikura.core.internal.record;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.model.GroupRow;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.Transactions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant with people for tests, put straight into the database. */
public record Company(Transactions transactions, TenantId id) {

    public static Company found(Transactions transactions, String name) {
        var row = new TenantRow();
        row.id = UUID.randomUUID();
        row.name = name;
        row.plan = "standard";
        row.timeZone = "Asia/Tokyo";
        row.ownNames = List.of(name);
        row.created = Instant.now();
        transactions.run(entities -> entities.persist(row));
        return new Company(transactions, new TenantId(row.id));
    }

    /** @param parent null for the top */
    public GroupRow group(String name, @Nullable GroupRow parent) {
        var group = new GroupRow();
        group.id = UUID.randomUUID();
        group.tenant = id.value();
        group.parent = parent == null ? null : parent.id;
        group.name = name;
        group.nameKey = name;
        group.path = (parent == null ? "/" : parent.path) + group.id + "/";
        group.created = Instant.now();
        transactions.run(entities -> entities.persist(group));
        return group;
    }

    public Caller hire(GroupRow group, String name, Permission... permissions) {
        Caller caller = hire(name, permissions);
        transactions.run(entities -> Sql.update(
                entities,
                "insert into user_group_member (user_id, group_id, place) values (?, ?, 0)",
                caller.user().value(),
                group.id));
        return caller;
    }

    public Caller hire(String name, Permission... permissions) {
        var user = new UserRow();
        user.id = UUID.randomUUID();
        user.tenant = id.value();
        user.loginId = "U-" + user.id;
        user.loginKey = user.loginId.toLowerCase(Locale.ROOT);
        user.name = name;
        user.mail = user.id + "@example.com";
        user.mailKey = user.mail;
        user.passwordHash = "none";
        user.permissions = Arrays.stream(permissions).map(Enum::name).toList();
        user.language = "ja";
        transactions.run(entities -> entities.persist(user));
        return new Caller(id, new UserId(user.id), name, Set.of(permissions), Locale.JAPANESE, "test");
    }
}

package io.fumikura.core.internal.record;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Transactions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

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

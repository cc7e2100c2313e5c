package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Who sits at the console. */
final class Console {

    private static final UUID NOBODY = new UUID(0, 0);

    private Console() {}

    /** An operator who has no account: whoever may open the shell rules the machine. */
    static Caller operator() {
        return operator(new TenantId(NOBODY));
    }

    /** The same, at work for one company. */
    static Caller operator(TenantId company) {
        return caller(company, Set.of(Permission.OPERATOR));
    }

    /** The same in the place of a company's administrator, for what an operator as such may not. @param company its id */
    static Caller administratorOf(String company) {
        return caller(TenantId.of(company), EnumSet.allOf(Permission.class));
    }

    private static Caller caller(TenantId company, Set<Permission> permissions) {
        return new Caller(
                company,
                new UserId(NOBODY),
                "operator at the console",
                permissions,
                Locale.ENGLISH,
                "shell-" + UUID.randomUUID(),
                "console");
    }
}

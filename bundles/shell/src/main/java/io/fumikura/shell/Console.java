package io.fumikura.shell;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.TenantId;
import io.fumikura.account.UserId;
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
        return new Caller(
                company,
                new UserId(NOBODY),
                "operator at the console",
                Set.of(Permission.OPERATOR),
                Locale.ENGLISH,
                "shell-" + UUID.randomUUID());
    }
}

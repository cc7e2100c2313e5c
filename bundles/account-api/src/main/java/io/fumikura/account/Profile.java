package io.fumikura.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A user as shown to that user.
 *
 * @param loginId the user ID typed at sign-in, e.g. {@code A15336-01}
 * @param lastSignIn the sign-in before the present one; empty at the first
 * @param lastSignInFrom network address of that sign-in; empty when there was none or it is not known
 */
public record Profile(
        UserId id,
        TenantId tenant,
        String tenantName,
        String loginId,
        String name,
        String mail,
        Set<Permission> permissions,
        Locale language,
        Optional<Instant> lastSignIn,
        String lastSignInFrom) {

    public Profile {
        permissions = Set.copyOf(permissions);
    }
}

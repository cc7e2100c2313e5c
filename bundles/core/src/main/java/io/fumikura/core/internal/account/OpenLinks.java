package io.fumikura.core.internal.account;

import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * Links in mails by which a password or an address is changed. They are good for nothing once either has become another: whoever changes one wants
 * the ways of those shut who read the mails, or sat at the session, until now.
 */
public final class OpenLinks {

    private OpenLinks() {}

    /** Ends all links of a user, in the present transaction. */
    public static void end(EntityManager entities, UUID user) {
        Sql.update(entities, "delete from password_reset where user_id = ?", user);
        Sql.update(entities, "delete from mail_change where user_id = ?", user);
    }
}

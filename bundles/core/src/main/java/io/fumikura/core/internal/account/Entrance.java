package io.fumikura.core.internal.account;

import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import jakarta.persistence.EntityManager;

/** Who may come in: people whose account is open, of a company that is open. */
final class Entrance {

    private Entrance() {}

    static boolean mayEnter(EntityManager entities, UserRow user) {
        return user.mayEnter() && isOpen(entities, user);
    }

    /** Whether the user's company is open. */
    static boolean isOpen(EntityManager entities, UserRow user) {
        return entities.find(TenantRow.class, user.tenant).isOpen();
    }

    static PlatformException closed() {
        return new PlatformException(
                Category.FORBIDDEN,
                "signin.company-closed",
                "Your company's use of this service is suspended or has ended. Ask your administrator or the operator.");
    }
}

package io.fumikura.core.internal.mail;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import java.util.ArrayList;
import java.util.List;

/** The condition of SQL for the mails, {@code m}, that a caller may see, and for less of them. */
final class MailsInSight {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final boolean ofAllTenants;

    /** @throws PlatformException {@code permission.missing} when the caller may see none */
    MailsInSight(Caller caller) {
        ofAllTenants = caller.may(Permission.OPERATOR);
        if (ofAllTenants) {
            return;
        }
        if (!caller.may(Permission.TENANT_ADMINISTRATOR)) {
            throw new PlatformException(Category.FORBIDDEN, "permission.missing", "Mails are for administrators.");
        }
        and("m.tenant_id = ?", caller.tenant().value());
    }

    boolean isOfAllTenants() {
        return ofAllTenants;
    }

    void and(String condition, Object... more) {
        conditions.add(condition);
        values.addAll(List.of(more));
    }

    String text() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Object[] values() {
        return values.toArray();
    }
}

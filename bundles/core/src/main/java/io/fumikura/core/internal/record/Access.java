package io.fumikura.core.internal.record;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.document.RecordId;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

/** Who may do what with records. Every door of a service asks here, once. */
public final class Access {

    private Access() {}

    /** @throws PlatformException {@code permission.missing} */
    public static void requireView(Caller caller) {
        require(
                caller.may(Permission.VIEWER) || caller.may(Permission.CLERK) || caller.may(Permission.TENANT_ADMINISTRATOR),
                "You may not see records.");
    }

    /** @throws PlatformException {@code permission.missing} */
    public static void requireEdit(Caller caller) {
        require(
                caller.may(Permission.CLERK) || caller.may(Permission.TENANT_ADMINISTRATOR),
                "You may see records, but not upload or change them.");
    }

    /**
     * The record, if the caller may see it.
     *
     * @throws PlatformException {@code record.unknown}
     */
    public static RecordRow find(EntityManager entities, Caller caller, RecordId id) {
        return visible(entities.find(RecordRow.class, id.value()), caller);
    }

    static RecordRow visible(@Nullable RecordRow record, Caller caller) {
        if (record == null || !record.tenant.equals(caller.tenant().value())) {
            throw new PlatformException(Category.NOT_FOUND, "record.unknown", "There is no such record.");
        }
        return record;
    }

    private static void require(boolean allowed, String message) {
        if (!allowed) {
            throw new PlatformException(Category.FORBIDDEN, "permission.missing", message);
        }
    }
}

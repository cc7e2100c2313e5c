package io.fumikura.core.internal.access;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.model.RecordRow;
import io.fumikura.document.AccessLevel;
import io.fumikura.document.RecordId;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

/** Who may do what with records. Every door of a service asks here, once: first for the permission, then for the record. */
public final class RecordAccess {

    private RecordAccess() {}

    public static boolean mayView(Caller caller) {
        return caller.may(Permission.VIEWER) || mayEdit(caller);
    }

    private static boolean mayEdit(Caller caller) {
        return caller.may(Permission.CLERK) || caller.may(Permission.TENANT_ADMINISTRATOR);
    }

    /** @throws PlatformException {@code permission.missing} */
    public static void requireView(Caller caller) {
        require(mayView(caller), "You may not see records.");
    }

    /** @throws PlatformException {@code permission.missing} */
    public static void requireEdit(Caller caller) {
        require(mayEdit(caller), "You may see records, but not upload or change them.");
    }

    /**
     * The record, if the caller may see it.
     *
     * @throws PlatformException {@code permission.missing}; {@code record.unknown}
     */
    public static RecordRow visible(EntityManager entities, Caller caller, RecordId id) {
        requireView(caller);
        return opened(entities, caller, entities.find(RecordRow.class, id.value()), AccessLevel.VIEW);
    }

    /**
     * The record, if the caller may change it.
     *
     * @param record as it was locked; null when there is none
     * @throws PlatformException {@code permission.missing}; {@code record.unknown}; {@code record.read-only}
     */
    public static RecordRow editable(EntityManager entities, Caller caller, @Nullable RecordRow record) {
        requireEdit(caller);
        return opened(entities, caller, record, AccessLevel.EDIT);
    }

    /** Whether {@link #editable} would give out the record, which the caller may see. */
    public static boolean isEditable(EntityManager entities, Caller caller, RecordRow record) {
        return mayEdit(caller) && new Viewer(entities, caller).level(record) == AccessLevel.EDIT;
    }

    private static RecordRow opened(
            EntityManager entities, Caller caller, @Nullable RecordRow record, AccessLevel wanted) {
        AccessLevel level = record == null ? AccessLevel.NONE : new Viewer(entities, caller).level(record);
        if (record == null || level == AccessLevel.NONE) {
            throw new PlatformException(Category.NOT_FOUND, "record.unknown", "There is no such record.");
        }
        if (level.compareTo(wanted) < 0) {
            throw new PlatformException(
                    Category.FORBIDDEN, "record.read-only", "You may see this record, but not change it.");
        }
        return record;
    }

    private static void require(boolean allowed, String message) {
        if (!allowed) {
            throw new PlatformException(Category.FORBIDDEN, "permission.missing", message);
        }
    }
}

package io.fumikura.core.internal.history;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.history.HistoryReader.Log;
import java.util.UUID;

/** Who may read which log. */
final class HistoryAccess {

    private HistoryAccess() {}

    /** @throws PlatformException {@code permission.missing} */
    static UUID log(Caller caller, Log log) {
        if (log == Log.PLATFORM) {
            requireOperator(caller);
            return Logs.PLATFORM;
        }
        if (!caller.may(Permission.AUDITOR) && !caller.may(Permission.TENANT_ADMINISTRATOR)) {
            throw missing("The history is for auditors and administrators.");
        }
        return caller.tenant().value();
    }

    /** @throws PlatformException {@code permission.missing} */
    static void requireOperator(Caller caller) {
        if (!caller.may(Permission.OPERATOR)) {
            throw missing("The history of the platform is for operators.");
        }
    }

    private static PlatformException missing(String message) {
        return new PlatformException(Category.FORBIDDEN, "permission.missing", message);
    }
}

package io.fumikura.shell;

import io.fumikura.history.HistoryVerification;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Seals all logs of the history at once. */
@Service
@Command(scope = "fumikura", name = "history-seal", description = "Has the heads of all logs of the history stamped with the time, now.")
public final class HistorySealCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    HistoryVerification verification;

    @Override
    public @Nullable Object execute() {
        long number = verification.seal(Console.operator());
        System.out.println("Seal " + number + " is made.");
        return null;
    }
}

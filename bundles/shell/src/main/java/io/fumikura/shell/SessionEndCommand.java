package io.fumikura.shell;

import io.fumikura.account.OpenSessions;
import io.fumikura.account.PlatformException;
import java.util.List;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Signs sessions out; whoever sits there is told at the next click. */
@Service
@Command(scope = "fumikura", name = "session-end", description = "Signs sessions out")
public final class SessionEndCommand implements Action {

    @Reference
    @SuppressWarnings("NullAway.Init")
    OpenSessions sessions;

    @Argument(name = "ids", description = "From fumikura:session-list", required = true, multiValued = true)
    List<String> ids = List.of();

    @Override
    public @Nullable Object execute() {
        for (String id : ids) {
            try {
                sessions.end(Console.operator(), UUID.fromString(id));
                System.out.println(id + " ended");
            } catch (PlatformException | IllegalArgumentException e) {
                System.out.println(id + " " + e.getMessage());
            }
        }
        return null;
    }
}
